/** What a document on paper says beside the summary's own sentences. */
export const document = {
  /** The columns of the counts. */
  question: 'Vraag',
  item: 'Onderdeel',
  outside: 'Buiten de telling',
  unanswered: (titles: string): string => `Geen antwoorden bij: ${titles}.`,
  countedHow: 'n is het aantal antwoorden met één oordeel dat meetelt. Wat daarbuiten valt, staat ernaast.',
  figureAlt: (question: string, counts: string): string => `Figuur bij de vraag: ${question} ${counts}`,
  about: (item: string): string => `Over: ${item}`,
  /** `from`: the units, counted. */
  restsOn: (n: number, from: string): string => `Dit rust op ${n === 1 ? '1 antwoord' : `${n} antwoorden`} van ${from}`,
  unread: (n: number): string =>
    n === 1 ? 'En op één antwoord dat niet te lezen is.' : `En op ${n} antwoorden die niet te lezen zijn.`,
  madeOf: 'Gemaakt van deze notities',
  differs: 'niet helemaal',
  proposals: 'Voorstellen voor de tekst',
  decisions: { taken: 'Overgenomen', not: 'Niet overgenomen', later: 'Later' },
  undecided: 'Nog niet besloten',
  page: (page: number, of: number): string => `${page} / ${of}`,
  ofDocument: (title: string): string => `Samenvatting van ${title}`,
  unprintable: (n: number): string =>
    n === 1
      ? 'Eén teken in dit document kan niet worden gedrukt. Daar staat een leeg vakje; het teken zelf zit in het bestand.'
      : `${n} tekens in dit document kunnen niet worden gedrukt. Daar staat een leeg vakje; de tekens zelf zitten in het bestand.`,
};
