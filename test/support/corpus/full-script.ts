/** A script in which each key that a script may have stands at least once; rule by rule one thing in it is made wrong. */
export const full = `format: in-gesprek/script@1
id: alles
version: 1.0.0
languages: [nl]
title: { nl: "Alles", quote: "Alles", source: r1, language: nl }
subtitle: { nl: "Elk woord" }
minutes: 30
authors: ["Een maker"]
sources: ["Een bron"]
rights: { nl: "Vrij" }
contact: naam@voorbeeld.nl
explorations:
  - date: 2026-11-01
    text: { nl: "Bezoek" }
    collaboration: samen
    partner: school
    institute: huis
    place: Ede
unled: { days: 7 }
perspectives:
  options:
    - { id: student, label: { nl: "student" } }
  max: 2
organisations:
  - { id: school, label: { nl: "school" } }
subgroups:
  names:
    - { id: a, label: { nl: "A" } }
    - { id: b, label: { nl: "B" } }
  fromUnits: 4
privacy: { tip: { nl: "Tip" }, purpose: { nl: "Doel" }, keepDays: 90, breakdownFrom: 5 }
clock: { warnSeconds: [120, 30], extendMinutes: 2 }
scales:
  drie:
    - { id: ja, label: { nl: "ja" }, shape: full, counted: true }
    - { id: nee, label: { nl: "nee" }, shape: open }
itemSets:
  - id: model
    kind: model
    title: { nl: "Model" }
    citation: { nl: "Bron" }
    items:
      - id: kern
        title: { nl: "Kern" }
        text: { nl: "De kern van alles" }
        points: [{ nl: "Punt" }]
        sections:
          - { id: deel, label: { nl: "Deel" }, intro: { nl: "Vooraf" }, points: [{ nl: "Punt" }] }
        phrases: { nl: ["kern"] }
        citation: { nl: "Bron" }
        place: core
        subgroup: a
        icon: heart
        hue: 3
  - { id: eigen, kind: list, title: { nl: "Eigen" }, fillIn: { min: 1, max: 3, maxLength: 100 } }
  - { id: geleend, kind: columns, title: { nl: "Geleend" }, from: terugblik/kolommen }
  - { id: uitkomst, kind: context, title: { nl: "Uitkomst" }, fromSummary: { max: 5 } }
agenda:
  - { title: { nl: "Eerst" }, steps: [inloop, vraag] }
steps:
  - { id: inloop, kind: arrival, before: true, minutes: 5, form: pair, title: { nl: "Inloop" } }
  - id: vraag
    kind: answering
    minutes: 10
    form: { group: 4, from: pairs, rest: [3] }
    units: keep
    title: { nl: "Vraag" }
    instruction: { nl: "Schrijf" }
    items: { set: model, as: each, deal: { across: subgroup, perUnit: 2 }, choose: 1 }
    prompts:
      - id: klopt
        title: { nl: "Klopt het?" }
        help: { nl: "Denk na" }
        about: boundarySituation
        role: verteller
        fields:
          - { id: oordeel, kind: judgement, scale: drie, label: { nl: "Oordeel" }, optional: true }
          - { id: waarom, kind: text, max: 400, askedAt: [nee] }
          - { id: keuze, kind: choice, many: false, options: [{ id: ja, label: { nl: "ja" }, withdraws: true }] }
          - { id: tik, kind: marks }
          - { id: dag, kind: date }
    split: true
    turns: { count: 2, minutes: 3, roles: [{ id: verteller, label: { nl: "v" } }], writer: verteller, subject: verteller }
    cluster: true
    notes: [insight]
    agreement: [{ id: wat, kind: text, max: 100 }]
    stayInformed: { title: { nl: "Blijf" }, consent: { nl: "Ja" } }
    content: [{ nl: "Inhoud" }]
    phone: { nl: "In {names}" }
    wall: { mode: cards, text: { nl: "Wand" }, reveal: atOnce, groupBy: item, order: script }
    hints: [{ nl: "Tip" }]
    variant: { minutes: 10, as: list, text: { nl: "Thuis" } }
  - id: kaartjes
    kind: answering
    minutes: 5
    form: individual
    title: { nl: "Kaartjes" }
    prompts: [{ id: kaart, title: { nl: "Kaart" }, fields: [{ id: woorden, kind: text, max: 100 }] }]
    cards: { max: 5 }
  - { id: gesprek, kind: discussion, minutes: 5, form: everyone, title: { nl: "Gesprek" }, about: vraag, carry: vraag, stars: { per: person, count: 3 } }
`;
