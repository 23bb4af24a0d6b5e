/** What the practice session's people write: invented, nobody said this. */

export const names = [
  'Noor',
  'Hamid',
  'Yara',
  'Karin',
  'Pieter',
  'Joke',
  'Inge',
  'Fatima',
  'Tim',
  'Loes',
  'Ruben',
  'Anja',
  'Merel',
  'Cor',
  'Els',
  'Sanne',
  'Wim',
  'Daan',
  'Marieke',
  'Bo',
  'Gerda',
  'José',
  'Thijs',
  'Anneke',
] as const;
export const lateName = 'Samira';

/** Why somebody judges so: by the shape of the judgement on its scale, so that text and judgement agree. */
export const reasons: Readonly<Record<'full' | 'half' | 'open' | 'unknown', readonly string[]>> = {
  full: [
    'Op donderdag zitten studenten en collega’s bij ons aan één tafel, en dan gebeurt precies dit.',
    'Lef.',
    'Onze dagstart is zo: tien minuten, en iedereen vertelt wat hij niet weet.',
    'Wij doen dit al jaren, alleen noemen we het overleg.',
    'Goed dat leren hier vooraan staat. Zo is het bij ons ook.',
    'Ja, vooral sinds de docent elke week op de afdeling is.',
    'Hier kan ik maandag mee beginnen.',
    'Onze cliëntenraad zit er vanaf het begin bij. Dat scheelt een jaar praten achteraf.',
    'We lopen om de week een dag met elkaar mee. Daar leer ik het meest van.',
    'Dit zeggen we ook tegen nieuwe studenten, in bijna dezelfde woorden.',
    'De onderzoeker stelt bij ons de vragen die wij vergeten.',
    'Zo herken ik het van mijn vorige werk. Hier begint het net.',
  ],
  half: [
    'Bij ons is dit nog vooral een mooi plan. De agenda’s lopen vol en dan valt samen leren als eerste weg.',
    'De bedoeling wel. Maar het hangt bij ons aan één persoon, en als zij vrij is, gebeurt er niets.',
    'Met de studenten lukt het, met de cliënten nog niet.',
    'Duidelijk genoeg. We zouden er wel een voorbeeld bij willen.',
    'Op papier klopt het. In het rooster staat het nergens.',
    'Het woord gelijkwaardig schuurt. Wie het geld heeft, beslist toch het laatst.',
    'De helft van het team wel. De nachtdienst heeft er nog nooit van gehoord.',
    'Zolang het project loopt. Daarna weet niemand van wie het is.',
    'Het staat er mooi, maar wij zouden eerst tijd vragen.',
  ],
  open: [
    'Bij ons staat productie vooraan. Voor leren is geen uur gepland.',
    'Lange zinnen. Onze nieuwe collega’s haken hierop af.',
    'Wij zien de onderzoekers alleen aan het begin en aan het eind.',
    'Hier kom ik de cliënt niet in tegen. Wie vertelt wat het voor haar betekent?',
    'Bij ons beslist de leidinggevende, en dan pas wordt er gepraat.',
    'Niemand bij ons noemt zichzelf onderzoeker.',
  ],
  unknown: ['We werken hier pas drie weken. Vraag het ons in mei.', 'Daar hebben we samen nog nooit over gepraat.'],
};

/** What people say where nothing is judged. */
export const remarks = [
  'Dit roept onze dagstart op: tien minuten, iedereen vertelt wat hij niet weet.',
  'Wij doen dit al jaren, alleen noemen we het overleg.',
  'Het hangt bij ons aan één persoon.',
  'Lef.',
] as const;

/** What is missing. */
export const gaps = [
  'De naasten van de cliënt ontbreken.',
  'Er staat niets over tijd. Zonder uren geen werkplaats.',
  'Wat kan weg: het woord ‘dusdanig’.',
  'Plezier mist. Anders houdt niemand het vol.',
  'Wie is eigenaar als de subsidie stopt?',
] as const;

export type Situation = {
  story: string;
  /** Whether the description is recognised in it, and why. */
  seen: keyof typeof reasons;
  why: string;
  /** Options that fit, where a script offers them. */
  fits: readonly string[];
};

/** Boundary situations. */
export const situations: readonly Situation[] = [
  {
    story:
      'Een student zag dat een lijst dubbel was afgetekend. Ze durfde het pas op school te vertellen, niet op de afdeling.',
    seen: 'half',
    why: 'Samen leren staat er wel, veilig iets melden niet.',
    fits: ['afdeling', 'onderwijs', 'beroepspraktijk'],
  },
  {
    story:
      'Het wijkteam en de school gebruiken elk een eigen plan. De moeder vulde twee keer hetzelfde in en werd boos.',
    seen: 'open',
    why: 'De beschrijving gaat over ons, niet over haar.',
    fits: ['organisatie', 'onderwijs', 'client'],
  },
  {
    story:
      'Ik werk voor twee organisaties. In de ene mag ik in het dossier, in de andere sta ik op de gang te wachten.',
    seen: 'full',
    why: 'Precies dit heen en weer staat erin.',
    fits: ['organisatie', 'persoonlijk', 'beroepspraktijk'],
  },
  {
    story:
      'Onze onderzoeker wilde meelopen. De teamleider vond dat ze eerst een contract moest hebben. Dat duurde vier maanden.',
    seen: 'half',
    why: 'Het waarom herkennen we, de regels ontbreken.',
    fits: ['organisatie', 'onderzoek', 'beroepspraktijk'],
  },
  {
    story: 'Een ervaringsdeskundige zat bij het overleg. Niemand had haar de stukken gestuurd.',
    seen: 'open',
    why: 'Er staat dat iedereen meedoet. Zij zat erbij.',
    fits: ['beroep', 'client', 'beroepspraktijk'],
  },
  {
    story:
      'De docent wilde beoordelen, de praktijkbegeleider wilde coachen. De student kreeg twee verschillende cijfers.',
    seen: 'full',
    why: 'Dat je van elkaar verschilt en toch samen verder moet: dat is het.',
    fits: ['beroep', 'onderwijs', 'beroepspraktijk'],
  },
];

export const takeaways = [
  'Dat we elkaars agenda niet kennen.',
  'Ik ga maandag eerst koffie drinken bij de buren.',
  'Meer tijd voor de laatste vraag graag.',
  'Dat verschil van mening ook een antwoord is.',
] as const;
