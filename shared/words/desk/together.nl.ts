/** Working together at several desks, and in subgroups. */
import { capital, countOf, unitsOf } from './counting.nl.ts';

export const together = {
  roomSize: {
    title: 'Kan de achterste rij het lezen?',
    width: 'Hoe breed is het beeld? (meter)',
    distance: 'Hoe ver zit de achterste rij? (meter)',
    set: 'Stel in',
    done: 'De wand past zich aan de zaal aan.',
    wrong: 'Vul twee getallen in, in meters. Bijvoorbeeld 3 en 8.',
    help: 'De wand maakt de letters dan groot genoeg.',
    result: {
      1: 'De gewone letters zijn groot genoeg.',
      1.2: 'De wand maakt de letters groter: er passen minder kaarten op een blad.',
      1.4: 'De wand maakt de letters veel groter: er passen nog een paar kaarten op een blad.',
    },
    notEnough: 'Zelfs grote letters zijn hier te klein. Gebruik Uitlichten, of laat mensen op hun telefoon meelezen.',
  },
  /** Who sits at which desk. */
  desks: {
    you: 'jij',
    owner: 'de begeleider',
    co: (number: number): string => `medebegeleider ${number}`,
    in: (who: string, subgroup: string): string => `${who} (subgroep ${subgroup})`,
    by: (who: string): string => `door ${who}`,
    own: (subgroup: string): string => `Bureau van subgroep ${subgroup}`,
    steps: (who: string): string => `${capital(who)} opent en sluit de stappen.`,
    nobodyYet: 'De begeleider opent en sluit de stappen.',
  },

  lead: {
    mine: 'Jij leidt.',
    other: (who: string): string => `${capital(who)} leidt nu.`,
    take: 'Neem de leiding over',
    taken: 'Jij leidt nu.',
  },

  subgroups: {
    from: (count: number, size: number): string => `Subgroepen kunnen vanaf ${count} ${unitsOf(size, count)}.`,
    name: (subgroup: string): string => `Naam en plek van subgroep ${subgroup}`,
    nameShort: 'Naam en plek',
    label: 'Naam',
    place: 'Plek',
    example: 'tafels bij het raam',
    save: 'Bewaar',
    named: (subgroup: string): string => `Subgroep ${subgroup} heeft een naam en een plek.`,
  },

  coverage: {
    title: 'Verdeling van de onderdelen',
    needed: (units: number, size: number, each: number): string =>
      `Met ${units} ${unitsOf(size, units)}: ${countOf(each, 'onderdeel', 'onderdelen')} per ${unitsOf(size, 1)}, anders blijven er onderdelen leeg.`,
    tooFew: (units: number, size: number, dealt: number): string =>
      `Met ${units} ${unitsOf(size, units)} blijven er onderdelen leeg: ${units === 1 ? 'het doet' : 'elk doet'} er ${dealt}.`,
    fine: 'Elk onderdeel heeft iemand, of krijgt straks iemand.',
    done: (unit: string, item: string): string => `${unit} is klaar. ‘${item}’ heeft nog niemand.`,
    partly: (unit: string, count: number, item: string): string =>
      `${unit} heeft er ${count} klaar. ‘${item}’ heeft nog niemand.`,
    give: (unit: string): string => `Geef aan ${unit}`,
    given: (item: string, unit: string): string => `‘${item}’ is nu het volgende van ${unit}.`,
  },

  invite: {
    name: 'Naam (niet verplicht)',
    where: 'Begeleidt',
    all: 'De hele sessie',
    /** After `inviteHelp`, which is about the whole session. */
    subgroupHelp: 'In één subgroep: notities, sterren, tonen en verbergen, eigen wand en twee minuten erbij.',
  },

  walls: {
    which: 'Welke wand',
    all: 'De hele zaal',
    link: (subgroup: string): string => `Link naar de wand van subgroep ${subgroup}`,
  },
};
