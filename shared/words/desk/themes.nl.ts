import { countOf } from './counting.nl.ts';

const answers = (count: number) => countOf(count, 'antwoord', 'antwoorden');
const these = (count: number) => (count === 1 ? 'dit antwoord' : `deze ${count}`);

export const themes = {
  themes: {
    bundle: 'Bundel in thema’s',
    help: 'Kies antwoorden die bij elkaar horen.',
    unnamed: (number: number): string => `Thema ${number}`,
    rest: 'Nog niet geordend',
    whole: 'De hele lijst',
    heading: (title: string, count: number): string => `${title}, ${answers(count)}`,
    pick: (who: string): string => `Kies het antwoord van ${who}`,
    pickAll: 'Kies alle',
    picked: (count: number): string => `${answers(count)} gekozen`,
    together: (count: number): string => `Bundel ${these(count)}`,
    addHere: (count: number): string => `Leg ${these(count)} hierbij`,
    addNone: 'Leg hier wat je kiest',
    takeOut: 'Haal uit thema',
    unpick: 'Wis je keuze',
    name: 'Naam van het thema',
    rename: 'Geef een naam',
    saveName: 'Bewaar de naam',
    loosen: 'Haal alles uit de thema’s',
    done: 'Klaar',
    likely: 'Dit lijkt op elkaar',
    likelyIn: (title: string): string => `Dit lijkt op “${title}”`,
    nothing: 'Er is nog niets om te bundelen.',
    grouped: (count: number): string =>
      count === 1 ? 'Het antwoord ligt in het thema.' : `${count} antwoorden gebundeld.`,
    ungrouped: (count: number): string => (count === 1 ? 'Het antwoord is los.' : `${count} antwoorden zijn los.`),
    named: 'Het thema heeft een andere naam.',
    more: (count: number): string => `Toon er nog ${count}`,
  },
};
