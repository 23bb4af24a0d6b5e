export const compass = {
  compass: {
    title: 'Kompas',
    fine: 'Niets dat nu aandacht vraagt.',
    somebody: 'Iemand',
    silent: (unit: string): string => `${unit} is al even stil.`,
    empty: (item: string): string => `Over “${item}” schreef nog niemand.`,
    perspective: (item: string, perspective: string): string => `Bij “${item}” ontbreekt de stem: ${perspective}.`,
    late: (minutes: number): string => `Jullie lopen ${minutes} minuten achter.`,
    difference: (item: string, one: string, other: string): string =>
      `Over “${item}” denken ${one} en ${other} het meest verschillend.`,
    rules: {
      silent: (minutes: number): string => `Regel: ${minutes} minuten niets getypt of verstuurd, en nog niet klaar.`,
      empty: 'Regel: andere onderdelen kregen wel een antwoord.',
      perspective: (answers: number): string => `Regel: minstens ${answers} antwoorden, van niemand met die rol.`,
      late: (minutes: number): string => `Regel: ${minutes} minuten of meer achter op het draaiboek.`,
      difference: (units: number): string =>
        `Regel: elk minstens ${units} oordelen, en de helft meer nee, deels of verdeeld.`,
    },
    toItem: 'Zet op de wand',
    setting: 'Kompas aan',
    settingHelp: 'Het wijst aan wat je kunt missen. Het doet zelf niets.',
  },
};
