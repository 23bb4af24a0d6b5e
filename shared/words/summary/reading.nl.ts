/** What helps to find one's way in a summary, and says of whom a figure is. */
export const reading = {
  contents: 'In deze samenvatting',
  toProposals: 'Naar de voorstellen voor de tekst',
  more: (n: number, withdrawn: number): string => {
    if (n === 0) return `Nog ${withdrawn} ingetrokken`;
    const answers = n === 1 ? 'Nog 1 antwoord' : `Nog ${n} antwoorden`;
    return withdrawn ? `${answers}, en ${withdrawn} ingetrokken` : answers;
  },
  moreSituations: (n: number): string => (n === 1 ? 'Nog 1 grenssituatie' : `Nog ${n} grenssituaties`),
  /** `from`: the units, counted. */
  restsOn: (n: number, from: string): string => `rust op ${n === 1 ? '1 antwoord' : `${n} antwoorden`} van ${from}`,
  silent: (n: number): string => (n === 1 ? '1 reageerde niet.' : `${n} reageerden niet.`),
  quoted: (n: number): string =>
    n === 1
      ? '1 gekozen antwoord staat al bij een conclusie of voorstel.'
      : `${n} gekozen antwoorden staan al bij een conclusie of voorstel.`,
  about: (item: string): string => `bij: ${item}`,
  dealt: (units: number, of: number, name: string): string => `Besproken door ${units} van ${of} ${name}.`,
  dealtAll: 'Elk onderdeel is door een deel van de zaal besproken. Dat staat erbij.',
  text: 'Lees wat is besproken',
  judged: 'Wat is besproken',
  recognised: (n: number, units: string): string => `herkend door ${n} ${units}`,
  themes: 'Thema’s die de begeleider maakte',
  orderDifference: 'Bij gelijke aantallen telt het verschil tussen subgroepen.',
  orderScript: 'Bij gelijke aantallen geldt de volgorde van de tekst.',
  orderScriptThen: 'Daarna geldt de volgorde van de tekst.',
  madeOf: 'Gemaakt van deze notities',
  unreleased: 'Niet vrijgegeven: lezers zien dit niet',
  notReleased: 'niet vrijgegeven',
  release: 'Geef vrij',
  releasedDone: 'De grenssituatie is vrijgegeven.',
  unreleasedCount: (n: number): string =>
    n === 1 ? '1 grenssituatie is niet vrijgegeven.' : `${n} grenssituaties zijn niet vrijgegeven.`,
};
