/** The words in REFI-QDA files, which programs for qualitative analysis read. */
export const refi = {
  facets: {
    items: 'Onderdelen',
    prompts: 'Vragen',
    judgements: 'Oordelen',
    choices: 'Keuzes',
    notes: 'Notities',
    drawn: 'Conclusies en voorstellen',
  },
  wholeList: (set: string): string => `${set}: de hele lijst`,
  split: 'verdeeld',
  judgement: 'Oordeel',
  noteKinds: { insight: 'inzicht', difference: 'verschil', question: 'vraag', proposal: 'voorstel' },
  drawnKinds: { conclusion: 'conclusie', proposal: 'voorstel voor de tekst' },
  drawnFiles: { conclusion: 'conclusies', proposal: 'voorstellen' },
  /** Leads the name of a selection. */
  drawn: 'oogst',
  decisions: { taken: 'overgenomen', not: 'niet overgenomen', later: 'later' },
  minority: 'zag het anders',
  restsOn: 'Rust op:',
  checked: (agree: number, n: number): string =>
    `Klopt dit? Klopt: ${agree} van ${n} telefoons die reageerden. Niet helemaal: ${n - agree}.`,
  /** Of a source that holds what was noted, and of the person or group that it is about. */
  notes: 'notities',
  readUnder: (item: string): string => `(gelezen bij: ${item})`,
  variables: {
    session: 'sessie',
    date: 'datum',
    place: 'plaats',
    partner: 'partner',
    kind: 'soort_eenheid',
    people: 'personen',
    subgroup: 'subgroep',
    role: (label: string): string => `rol: ${label}`,
  },
  mechanisms: {
    title: 'Leermechanismen',
    source: 'Akkerman & Bakker (2011), Boundary crossing and boundary objects.',
    groups: [
      {
        name: 'Identificatie',
        about: 'Praktijken leren zien waarin zij van elkaar verschillen.',
        processes: ['zich van de ander onderscheiden (othering)', 'naast elkaar mogen bestaan'],
      },
      {
        name: 'Coördinatie',
        about: 'Praktijken stemmen werk op elkaar af, zonder het eens te hoeven zijn.',
        processes: ['verbinding in communicatie', 'vertalen', 'grens doorlaatbaarder maken', 'routines vormen'],
      },
      {
        name: 'Reflectie',
        about: 'Praktijken leren naar zichzelf en de ander kijken.',
        processes: ['eigen perspectief verwoorden', 'perspectief van de ander innemen'],
      },
      {
        name: 'Transformatie',
        about: 'Praktijken veranderen, of er ontstaat een nieuwe praktijk ertussen.',
        processes: [
          'confrontatie',
          'een gedeeld probleem herkennen',
          'nieuwe mengvorm (hybridisatie)',
          'nieuwe vorm vastleggen (kristallisatie)',
          'het eigene van elke praktijk behouden',
          'blijvend samenwerken aan de grens',
        ],
      },
    ],
  },
};
