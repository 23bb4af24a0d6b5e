/** What people may type that some file format would take for its own: each must come back unchanged, and do nothing. */
export const hostileTexts: Readonly<Record<string, string>> = {
  formula: '=1+1',
  link: '=HYPERLINK("http://x.example","klik")',
  'sum by at': '@SUM(A1:A9)',
  'a dash first': '- streep vooraan',
  'a plus first': '+31 6 is geen nummer',
  markup: '<b>vet</b> &amp; "dubbel" \'enkel\'',
  'end of character data': 'einde ]]> van iets',
  markdown: '| cel | # kop | * punt',
  'emoji with joiners': 'familie 👩‍👩‍👧‍👦 met vlag 🏳️‍🌈 en duim 👍🏽',
  Hebrew: 'שלום לכולם, 12 דקות',
  Arabic: 'مرحبا بالعالم 34',
  'both directions': 'Zij zei שלום en toen مرحبا tegen ons',
  'turned direction': 'links \u202Erechts\u202C links',
  Chinese: '大家好，世界',
  'lone surrogate high': 'half \ud83d teken',
  'lone surrogate low': 'half \ude00 teken',
  'no space': `lang${'w'.repeat(392)}oord`,
  'escaped return': '_x000D_ staat hier',
  'leading zeros': '007',
  'looks like a date': '3/4',
  'tab and line ends': 'een\ttab\neen regel\n\neen alinea',
  'combined letters': 'fi\u0301n Ze\u0308er na\u0131\u0308ef Ǆ ﬁ',
};

/** As a reader gets them: no file can hold half a character, and the server lets none in. */
export const readHostileTexts = (): [name: string, text: string][] =>
  Object.entries(hostileTexts).map(([name, text]) => [name, text.toWellFormed()]);
