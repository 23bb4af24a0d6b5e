/** A script that uses most of what a script can say; test by test one thing in it is made wrong. */
export const good = `format: in-gesprek/script@1
id: proef
version: 1.0.0
languages: [nl, en]
title: { nl: "Proef", en: "Trial" }
minutes: 20
subgroups:
  names:
    - { id: a, label: { nl: "A", en: "A" } }
    - { id: b, label: { nl: "B", en: "B" } }
scales:
  three:
    - { id: ja, shape: full, label: { nl: "ja", en: "yes" } }
    - { id: nee, shape: open, label: { nl: "nee", en: "no" } }
itemSets:
  - id: set
    kind: definition
    title: { nl: "Set", en: "Set" }
    items:
      - id: een
        subgroup: a
        text: { nl: "Een twee drie", en: "One two three" }
        phrases:
          nl: ["twee"]
  - id: tweede
    kind: list
    title: { nl: "Tweede", en: "Second" }
    fillIn: { min: 1, max: 3, maxLength: 100 }
agenda:
  - title: { nl: "Eerst", en: "First" }
    steps: [inloop, vraag]
steps:
  - id: inloop
    kind: arrival
    before: true
    minutes: 5
    form: individual
    title: { nl: "Inloop", en: "Arrival" }
  - id: vraag
    kind: answering
    minutes: 10
    form: pair
    title: { nl: "Vraag", en: "Question" }
    items: { set: set }
    prompts:
      - id: waar
        title: { nl: "Is het waar?", en: "Is it true?" }
        fields:
          - { id: oordeel, kind: judgement, scale: three }
          - id: waarom
            kind: text
            max: 400
            askedAt: [nee]
      - id: welke
        title: { nl: "Welke?", en: "Which?" }
        fields:
          - { id: tik, kind: marks }
    phone: { nl: "Schrijf in {names}.", en: "Write in {names}." }
  - id: interview
    kind: answering
    minutes: 6
    form: { group: 3 }
    title: { nl: "Interview", en: "Interview" }
    turns:
      count: 2
      minutes: 3
      roles:
        - { id: verteller, label: { nl: "verteller", en: "teller" } }
        - { id: schrijver, label: { nl: "schrijver", en: "writer" } }
      writer: schrijver
      subject: verteller
    prompts:
      - id: klopt
        role: verteller
        title: { nl: "Klopt het?", en: "Is it right?" }
        fields:
          - id: ok
            kind: choice
            options:
              - { id: ja, label: { nl: "ja", en: "yes" } }
              - { id: nee, label: { nl: "nee", en: "no" }, withdraws: true }
  - id: gesprek
    kind: discussion
    minutes: 4
    form: subgroup
    title: { nl: "Gesprek", en: "Talk" }
    about: vraag
`;
