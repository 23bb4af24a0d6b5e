import type { Language } from '../../shared/script.ts';

const words = {
  nl: {
    ...{ arrival: 'Inloop', closing: 'Bedankt' },
    ...{ yes: 'ja', partly: 'deels', no: 'nee', unknown: 'weet ik niet' },
  },
  en: {
    ...{ arrival: 'Arrival', closing: 'Thank you' },
    ...{ yes: 'yes', partly: 'partly', no: 'no', unknown: 'I do not know' },
  },
} as const satisfies Record<Language, Record<string, string>>;
type Word = keyof (typeof words)['nl'];

/** A script that begins and ends, to write the rest in. Its title was typed in the first language; what it is in another is asked for. */
export function blankScript(id: string, languages: readonly Language[], title: string): string {
  const inEach = (of: (language: Language) => string) =>
    `{ ${languages.map((language) => `${language}: ${JSON.stringify(of(language))}`).join(', ')} }`;
  const say = (word: Word) => inEach((language) => words[language][word]);
  return `# Een eigen draaiboek. Wat je hier kunt schrijven, staat in de handleiding van In gesprek.
# A script of your own.
format: in-gesprek/script@1
id: ${id}
version: 1.0.0
languages: [${languages.join(', ')}]
title: { ${languages[0]}: ${JSON.stringify(title)} }

scales:
  drie:
    - { id: ja, shape: full, label: ${say('yes')} }
    - { id: deels, shape: half, label: ${say('partly')} }
    - { id: nee, shape: open, label: ${say('no')} }
    - { id: weet-niet, shape: unknown, counted: false, label: ${say('unknown')} }

steps:
  - id: inloop
    kind: arrival
    before: true
    minutes: 5
    form: individual
    title: ${say('arrival')}

  - id: einde
    kind: closing
    minutes: 1
    form: everyone
    title: ${say('closing')}
`;
}
