/** A script that asks for an I-CVI, a comparison and agreements; test by test one thing in it is made wrong. */
export const ratings = `format: in-gesprek/script@1
id: oordelen
version: 1.0.0
languages: [nl]
title: { nl: "Oordelen" }
minutes: 12
perspectives:
  max: 1
  options:
    - { id: docent, label: { nl: "docent" } }
    - { id: student, label: { nl: "student" } }
scales:
  vier:
    - { id: s1, shape: open, label: { nl: "niet" } }
    - { id: s2, shape: quarter, label: { nl: "een beetje" } }
    - { id: s3, shape: threeQuarters, label: { nl: "behoorlijk" } }
    - { id: s4, shape: full, label: { nl: "zeer" } }
  zeven:
    - { id: z1, shape: open, label: { nl: "1" } }
    - { id: z2, shape: quarter, label: { nl: "2" } }
    - { id: z3, shape: quarter, label: { nl: "3" } }
    - { id: z4, shape: half, label: { nl: "4" } }
    - { id: z5, shape: threeQuarters, label: { nl: "5" } }
    - { id: z6, shape: threeQuarters, label: { nl: "6" } }
    - { id: z7, shape: full, label: { nl: "7" } }
    - { id: weet-niet, shape: unknown, counted: false, label: { nl: "weet ik niet" } }
steps:
  - { id: inloop, kind: arrival, before: true, minutes: 5, form: individual, title: { nl: "Inloop" } }
  - id: alleen
    kind: answering
    minutes: 4
    form: individual
    title: { nl: "Alleen" }
    prompts: &vragen
      - id: relevant
        title: { nl: "Hoe relevant is dit?" }
        contentValidity: { experts: [docent] }
        fields: [{ id: oordeel, kind: judgement, scale: vier }]
      - id: bruikbaar
        title: { nl: "Hoe bruikbaar is dit?" }
        fields: [{ id: oordeel, kind: judgement, scale: zeven }]
    wall: { reveal: never }
  - { id: praten, kind: discussion, minutes: 2, form: everyone, title: { nl: "Praten" }, about: alleen }
  - id: opnieuw
    kind: answering
    minutes: 4
    form: individual
    title: { nl: "Nog eens alleen" }
    compareWith: alleen
    prompts: *vragen
  - id: afspraken
    kind: harvest
    minutes: 2
    form: everyone
    title: { nl: "Afspraken" }
    agreement:
      - { id: wat, kind: text, label: { nl: "Wat?" }, max: 200 }
      - { id: wanneer, kind: date, label: { nl: "Wanneer?" }, optional: true }
`;

const zeven = '    - { id: z7, shape: full, label: { nl: "7" } }\n';

/** What is asked, which piece becomes what, the line that is named begins so, and what is said of it. */
export const wrongRatings: readonly [why: string, piece: string, by: string, line: string, nl: string, en: string][] = [
  [
    'an I-CVI of pairs',
    'form: individual\n    title: { nl: "Alleen" }',
    'form: pair\n    title: { nl: "Alleen" }',
    '        contentValidity',
    'als ieder alleen beoordeelt',
    'each to rate alone',
  ],
  [
    'an I-CVI that the wall may show',
    'reveal: never',
    'reveal: afterClosing',
    '        contentValidity',
    'als ieder alleen beoordeelt',
    'each to rate alone',
  ],
  [
    'an I-CVI after the talk',
    '  - id: alleen\n',
    '  - { id: eerder, kind: discussion, minutes: 0, form: everyone, title: { nl: "Eerder" } }\n  - id: alleen\n',
    '        contentValidity',
    'vóór het gesprek',
    'before the talk',
  ],
  [
    'an I-CVI on another scale',
    'scale: vier',
    'scale: zeven',
    '        contentValidity',
    'precies vier stappen',
    'exactly four steps',
  ],
  [
    'an I-CVI of a role that is none',
    'experts: [docent]',
    'experts: [docent, dokter]',
    '        contentValidity',
    '"dokter" is geen rol',
    '"dokter" is no role',
  ],
  [
    'a comparison on eight steps',
    zeven,
    `${zeven}    - { id: z8, shape: full, label: { nl: "8" } }\n`,
    '    compareWith',
    'te lang om op de wand te vergelijken',
    'too long to compare on the wall',
  ],
  [
    'an agreement that begins with a date',
    '- { id: wat, kind: text, label: { nl: "Wat?" }, max: 200 }',
    '- { id: wat, kind: date, label: { nl: "Wat?" } }',
    '      - { id: wat',
    'begint met een veld kind: text',
    'begins with a field kind: text',
  ],
  [
    'an agreement with a judgement',
    '- { id: wanneer, kind: date, label: { nl: "Wanneer?" }, optional: true }',
    '- { id: wanneer, kind: judgement, scale: vier }',
    '      - { id: wanneer',
    'begint met een veld kind: text',
    'begins with a field kind: text',
  ],
];
