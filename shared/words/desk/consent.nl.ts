/** What phones say before anybody joins, the question about research, and erasing a person. */
import { countOf } from './counting.nl.ts';

export const consent = {
  notice: {
    title: 'Wat deelnemers vooraf lezen',
    help: 'De telefoon zegt ook wie wat ziet, hoe lang het blijft en hoe je het weer intrekt.',
    purpose: 'Waarvoor zijn de antwoorden?',
    purposeEmpty: 'Leeg gelaten staat er:',
    contact: 'Bij wie kunnen ze terecht?',
    contactExample: 'Leeg gelaten: je begeleider. Of een naam, e-mailadres of nummer.',
    research: 'Vraag of antwoorden mee mogen in onderzoek',
    researchHelp:
      'Elke telefoon krijgt een eigen vinkje, dat uit staat. Een download voor onderzoek volgt die vinkjes.',
    fixed: 'Er doen al mensen mee. Waarvoor het is en de vraag over onderzoek blijven zoals zij ze lazen.',
    save: 'Bewaar',
    saved: 'Wie nu nog binnenkomt, leest het zo.',
  },
  research: {
    title: 'Onderzoek',
    own: { true: 'Zegt ja tegen onderzoek', false: 'Zegt geen ja tegen onderzoek' },
    guest: { true: 'Wie meedoet zonder telefoon zegt ja', false: 'Wie meedoet zonder telefoon zegt geen ja' },
    noteYes: 'Noteer ja',
    noteNo: 'Noteer nee',
    noted: (name: string, agrees: boolean): string =>
      `Genoteerd: ${name} zegt ${agrees ? 'ja' : 'nee'} tegen onderzoek. Bij de notitie staat dat jij dit deed.`,
    byPhone: 'Een ja zet iemand op de eigen telefoon.',
  },
  erase: {
    button: 'Wis alles van deze persoon',
    title: (name: string): string => `Alles van ${name} wissen?`,
    what: (alone: number, together: number): string =>
      together === 0
        ? `${countOf(alone, 'antwoord', 'antwoorden')} ${alone === 1 ? 'verdwijnt' : 'verdwijnen'}.`
        : `${countOf(alone + together, 'antwoord', 'antwoorden')} ${alone + together === 1 ? 'verdwijnt' : 'verdwijnen'}, waarvan ${together} met anderen samen geschreven.`,
    list: [
      'Ook weg: naam, rol, meningen over conclusies, toestemming, en wat getypt is en niet verstuurd.',
      'Samen geschreven antwoorden gaan in hun geheel weg, ook voor wie meeschreef.',
      'Conclusies die erop rusten, verliezen die grond.',
      'Er blijft dat hier iemand zat, en wat zonder woorden is aangetikt; zonder naam.',
      'Wat al gedownload is, wis je zelf.',
    ],
    noWay: 'Dit is niet terug te draaien.',
    go: 'Wis alles',
    done: (name: string): string => `Alles van ${name} is gewist.`,
    erased: 'gewist',
  },
};
