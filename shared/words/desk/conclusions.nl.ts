import { countOf } from './counting.nl.ts';

export const conclusions = {
  conclusions: {
    title: 'Conclusies en voorstellen',
    open: (count: number): string =>
      count === 0 ? 'Conclusies en voorstellen' : `Conclusies en voorstellen (${count})`,
    about: 'Elke conclusie rust op antwoorden. Zo kan iedereen het nalezen.',
    kinds: { conclusion: 'Conclusies', proposal: 'Voorstellen voor de tekst' },
    make: { conclusion: 'Nieuwe conclusie', proposal: 'Nieuw voorstel' },
    none: { conclusion: 'Nog geen conclusies.', proposal: 'Nog geen voorstellen.' },
    label: { conclusion: 'De conclusie', proposal: 'Wat moet er in de tekst?' },
    help: {
      conclusion: 'Schrijf op wat jullie concluderen. Kies daarna waar het op rust.',
      proposal: 'Voeg samen wat mensen misten. Kies daarna hun antwoorden.',
    },
    fixed: 'Mensen hebben hierop gereageerd. De tekst blijft zo.',
    fromNotes: 'Gemaakt van notities',
    basis: 'Rust op deze antwoorden',
    shown: { marked: 'Ster of bewaard', gaps: 'Wat er mist', all: 'Alles' },
    seek: 'Zoek in de antwoorden',
    nothingFound: 'Hier staat niets. Kies “Alles” of zoek iets anders.',
    noBasis: 'Kies minstens één antwoord waar dit op rust.',
    save: (count: number): string =>
      count === 0 ? 'Bewaar' : `Bewaar, rust op ${countOf(count, 'antwoord', 'antwoorden')}`,
    restsOn: (count: number): string => `Rust op ${countOf(count, 'antwoord', 'antwoorden')}`,
    ask: 'Vraag: klopt dit?',
    stop: 'Stop met vragen',
    asked: 'Alle telefoons vragen nu: klopt dit?',
    stopped: 'De vraag is van de telefoons.',
    said: (agree: number, differ: number, of: number): string =>
      `${agree} klopt · ${differ} niet helemaal · ${agree + differ} van ${countOf(of, 'telefoon', 'telefoons')}`,
    change: 'Pas aan',
    remove: 'Haal weg',
    hide: 'Verberg',
    show: 'Toon',
    hid: 'Deze opmerking komt niet in de samenvatting.',
    showed: 'Deze opmerking komt weer in de samenvatting.',
    drawn: { conclusion: 'De conclusie is bewaard.', proposal: 'Het voorstel is bewaard.' },
    removed: { conclusion: 'De conclusie is weg.', proposal: 'Het voorstel is weg.' },
    decision: 'Wat is ermee gedaan?',
    decisions: { taken: 'Overgenomen', not: 'Niet', later: 'Later' },
    reason: 'Waarom? Dit staat in de samenvatting.',
    saveReason: 'Bewaar',
    decided: 'Dat staat nu bij het voorstel.',
  },
};
