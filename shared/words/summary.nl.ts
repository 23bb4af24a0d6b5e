/** The summary's sentences. */

import type { NoteKind } from '../script.ts';
import { words as exports } from './exports/kinds.nl.ts';
import { shift } from './shift.nl.ts';
import { agreed } from './summary/agreed.nl.ts';
import { check } from './summary/check.nl.ts';
import { compare } from './summary/compare.nl.ts';
import { reading } from './summary/reading.nl.ts';
import { roles } from './summary/roles.nl.ts';

const noteKinds: Record<NoteKind, { one: string; more: string }> = {
  insight: { one: 'Inzicht', more: 'Inzichten' },
  difference: { one: 'Verschil', more: 'Verschillen' },
  question: { one: 'Vraag', more: 'Vragen' },
  proposal: { one: 'Genoteerd voorstel', more: 'Genoteerde voorstellen' },
};

export const words = {
  brand: 'In gesprek',
  pageTitle: (title: string): string => (title ? `${title} · samenvatting` : 'Samenvatting · In gesprek'),
  language: 'English',
  help: 'Hulp',
  noHelp: 'De hulp laadt nu niet. Probeer het zo nog eens.',
  loading: 'De samenvatting komt eraan.',
  print: 'Print of bewaar als PDF',
  printShort: 'Print',
  replay: 'Terugkijken',
  share: 'Kopieer de link',
  shared: 'De link is gekopieerd.',
  shareFailed: 'Kopiëren lukt niet. Neem de link over uit de adresbalk.',

  unpublishedTitle: 'De samenvatting is er nog niet',
  unpublished: 'De begeleider werkt er nog aan. Laat deze pagina open: ze komt vanzelf.',
  goneTitle: 'Deze link werkt niet meer',
  gone: 'De link is verlopen of ingetrokken. Vraag de begeleider om een nieuwe.',
  lockedTitle: 'Deze samenvatting heeft een wachtwoord',
  locked: 'Je krijgt het van de begeleider.',
  password: 'Wachtwoord',
  passwordWrong: 'Dit wachtwoord klopt niet. Kijk het na en probeer het opnieuw.',
  passwordTooFast: 'Te vaak geprobeerd. Wacht een minuut en probeer het dan opnieuw.',
  openSummary: 'Open de samenvatting',
  missingTitle: 'Hier hoort een link bij',
  missing: 'Open de samenvatting met de link die je hebt gekregen.',
  offline: 'Geen verbinding. We proberen het opnieuw.',
  failed: 'Laden lukt niet. We proberen het opnieuw.',

  facts: 'In cijfers',
  people: (n: number): string => (n === 1 ? 'mens' : 'mensen'),
  units: (n: number, size: number): string => {
    if (size === 1) return n === 1 ? 'mens' : 'mensen';
    if (size === 2) return n === 1 ? 'duo' : "duo's";
    if (size === 3) return n === 1 ? 'drietal' : 'drietallen';
    if (size === 4) return n === 1 ? 'viertal' : 'viertallen';
    return n === 1 ? 'groep' : 'groepen';
  },
  /** After the number of units: which of them are larger. */
  larger: (count: number, size: number): string =>
    `waarvan ${count} ${
      size === 3
        ? count === 1
          ? 'drietal'
          : 'drietallen'
        : size === 4
          ? (count === 1 ? 'viertal' : 'viertallen')
          : `van ${size} mensen`
    }`,
  unit: (number: number, size: number, turn: number | null): string =>
    `${size === 2 ? 'Duo' : size === 3 ? 'Drietal' : size === 4 ? 'Viertal' : 'Groep'} ${number}${turn ? `, beurt ${turn}` : ''}`,
  onePerson: 'Een deelnemer',
  given: (item: string): string => `gegeven bij: ${item}`,
  covered: 'afgedekt woord',
  cover: 'Dek woorden af',
  subgroups: (n: number): string => (n === 1 ? 'subgroep' : 'subgroepen'),
  answers: (n: number): string => (n === 1 ? 'antwoord' : 'antwoorden'),
  situations: (n: number): string => (n === 1 ? 'grenssituatie' : 'grenssituaties'),
  /** Date as written out. */
  intro: (date: string, place: string): string => `In gesprek op ${date}${place ? ` in ${place}` : ''}.`,
  with: (partner: string): string => `Samen met ${partner}.`,
  collaboration: (name: string): string => `Samenwerkingsverband: ${name}.`,
  versionChoice: 'Welke versie?',
  versionOf: (version: number, of: number, date: string): string => `Versie ${version} van ${of}, ${date}`,
  draftChoice: 'Concept, zoals het nu is',
  versionOld: 'Dit is een eerdere versie.',
  versionAsRead: 'Zo lezen deelnemers en team deze versie.',
  toNewest: 'Lees de nieuwste',
  toDraft: 'Terug naar het concept',
  version: (version: number, date: string): string => `Versie ${version}, gepubliceerd op ${date}.`,

  perspectives: 'Wie waren er?',
  perspectivesN: (n: number): string => `${n} mensen, naar rol.`,
  others: 'andere rollen',
  doubled: 'Wie twee rollen koos, telt bij allebei mee.',
  perspectivesFrom: (from: number): string =>
    `Rollen met minder dan ${from} mensen tonen we samen, zodat niemand te herkennen is.`,
  tooFewPeople: 'Te weinig mensen om per rol te tonen.',
  tooSmall: (from: number): string => `Geen uitsplitsing: daarvoor zijn per rol ${from} mensen nodig.`,

  drawn: {
    conclusions: { title: 'Wat we concluderen', about: 'Elke conclusie rust op antwoorden. Die staan erbij.' },
    proposals: {
      title: 'Voorstellen voor de tekst',
      about: 'Wat mensen misten, samengevoegd. En wat ermee is gedaan.',
    },
  },
  checkedAsked: 'Klopt dit?',
  checked: (agree: number, differ: number, n: number): string =>
    `${agree} van ${n} telefoons die reageerden: klopt. ${differ} van ${n}: niet helemaal.`,
  minority: 'Wat anderen anders zien',
  moreQuotes: (n: number): string =>
    n === 1 ? 'Nog 1 antwoord waar dit op rust' : `Nog ${n} antwoorden waar dit op rust`,
  unread: (n: number): string =>
    n === 1
      ? '1 antwoord staat hier niet, want het is verborgen.'
      : `${n} antwoorden staan hier niet, want ze zijn verborgen.`,
  decisions: { taken: 'Overgenomen', not: 'Niet overgenomen', later: 'Later' },
  undecided: 'Nog niets over beslist',
  check,
  taken: 'Notities en gekozen antwoorden',
  notes: noteKinds,
  takenQuotes: 'Gekozen antwoorden',
  paper: 'van papier',
  late: 'na sluiten verstuurd',
  stars: (n: number): string => (n === 1 ? '1 ster' : `${n} sterren`),
  subgroup: (name: string): string => `subgroep ${name}`,

  order: 'Waar de meeste twijfel was',
  orderRule: 'Bovenaan staat waar de meesten nee of deels zeiden, of verdeeld waren.',
  noDoubt: 'Bij geen onderdeel zei iemand nee of deels, of was een antwoord verdeeld.',
  against: (k: number, n: number, units: string): string => `${k} van ${n} ${units}: nee, deels of verdeeld`,

  figure: (question: string): string => `In één beeld: ${question}`,
  figureChoice: 'Toon de antwoorden op',
  figureNone: 'geen antwoorden',

  whole: 'Over het geheel',
  skipped: 'Niet behandeld.',
  skippedSteps: (titles: string): string => `Niet behandeld: ${titles}.`,
  nothing: 'Hier is nog niets over opgeschreven.',
  boundaries: 'Grenssituaties',
  boundary: 'Grens',
  situation: 'Wat gebeurde er?',
  judgement: 'Oordeel',
  missingTexts: 'Wat ontbreekt er?',
  withdrawn: 'Ingetrokken',
  hidden: 'Verborgen voor lezers',
  split: 'verdeeld',
  n: (n: number): string => `n = ${n}`,
  outside: 'Buiten de telling:',
  splitCount: (n: number): string => `${n} verdeeld`,
  withdrawnCount: (n: number): string => `${n} ingetrokken`,
  hiddenOutside: (n: number): string => `${n} verborgen`,
  unreleased: (n: number): string => `${n} niet vrijgegeven`,
  notAnswered: (n: number): string => `${n} zonder antwoord`,
  comparison: 'Per subgroep',
  comparisonHidden: (from: number, units: string): string =>
    `Geen verschil per subgroep: daarvoor zijn ${from} ${units} per groep nodig.`,
  several: 'Meer dan één keuze mocht: samen kunnen het er meer zijn dan er antwoorden zijn.',
  marked: (k: number, n: number): string => `${k} van ${n}`,
  unmarked: (n: number, all: boolean): string =>
    all ? 'Niemand tikte iets aan.' : `${n} andere ${n === 1 ? 'is' : 'zijn'} door niemand aangetikt.`,
  unclear: 'Niet duidelijk gevonden',
  unclearN: (n: number): string => `Woorden die lezers aantikten (n = ${n}).`,
  noUnclear: (n: number): string => `Niemand tikte een woord aan (n = ${n}).`,

  sources: 'Bronnen',
  privacy: 'Namen staan niet in deze samenvatting.',
  keptUntil: (date: string): string => `Op ${date} wissen we alles van deze sessie, ook deze samenvatting.`,
  page: 'Samenvatting',

  // the facilitator's
  keeping: {
    left: (days: number, date: string): string =>
      `${days <= 0 ? 'Alles wordt vandaag gewist' : days === 1 ? 'Nog 1 dag, dan gewist' : `Nog ${days} dagen, dan gewist`}: op ${date}.`,
    why: (reason: string): string => `Reden om langer te bewaren: ${reason}.`,
    change: 'Bewaar langer of korter',
  },
  back: 'Terug naar het bureau',
  draftTitle: 'Concept',
  draft: 'Dit zien alleen begeleiders. Publiceer om te delen met deelnemers en team.',
  publishedTitle: (version: number): string => `Versie ${version} is gepubliceerd`,
  published: 'Deelnemers en team lezen deze versie.',
  changed: 'Er is sindsdien iets veranderd. Publiceer opnieuw om dat te delen.',
  since: {
    texts: {
      added: (n: number): string => (n === 1 ? '1 nieuwe tekst' : `${n} nieuwe teksten`),
      changed: (n: number): string => (n === 1 ? '1 gewijzigde tekst' : `${n} gewijzigde teksten`),
      gone: (n: number): string => (n === 1 ? '1 tekst minder' : `${n} teksten minder`),
    },
    notes: {
      added: (n: number): string => (n === 1 ? '1 nieuwe notitie' : `${n} nieuwe notities`),
      changed: (n: number): string => (n === 1 ? '1 gewijzigde notitie' : `${n} gewijzigde notities`),
      gone: (n: number): string => (n === 1 ? '1 notitie minder' : `${n} notities minder`),
    },
    conclusions: {
      added: (n: number): string => (n === 1 ? '1 nieuwe conclusie' : `${n} nieuwe conclusies`),
      changed: (n: number): string => (n === 1 ? '1 gewijzigde conclusie' : `${n} gewijzigde conclusies`),
      gone: (n: number): string => (n === 1 ? '1 conclusie minder' : `${n} conclusies minder`),
    },
    agreements: {
      added: (n: number): string => (n === 1 ? '1 nieuwe afspraak' : `${n} nieuwe afspraken`),
      changed: (n: number): string => (n === 1 ? '1 gewijzigde afspraak' : `${n} gewijzigde afspraken`),
      gone: (n: number): string => (n === 1 ? '1 afspraak minder' : `${n} afspraken minder`),
    },
    tell: (counts: string): string => `Sindsdien: ${counts}. Publiceer opnieuw om dat te delen.`,
  },
  hiddenCount: (n: number): string =>
    n === 1 ? '1 antwoord is verborgen voor lezers.' : `${n} antwoorden zijn verborgen voor lezers.`,
  publish: 'Publiceer',
  publishAgain: 'Publiceer opnieuw',
  publishTitle: 'Samenvatting publiceren',
  publishAbout:
    'Deelnemers lezen haar op hun telefoon, het team met een link. Daarna verdwijnt alleen wat wordt ingetrokken of verborgen.',
  introduction: 'Inleiding',
  introductionHelp: 'Een paar zinnen boven de samenvatting. Mag leeg blijven.',
  cancel: 'Annuleer',
  withdrawSummary: 'Trek publicatie in',
  withdrawSummaryDone: 'De samenvatting is niet meer te lezen.',
  publishedNow: 'De samenvatting is gepubliceerd.',
  hide: 'Verberg',
  showAgain: 'Toon weer',
  hidDone: 'Het antwoord is verborgen.',
  shownDone: 'Het antwoord is weer te lezen.',
  undo: 'Maak ongedaan',
  arrange: {
    title: 'Titels, volgorde en verbergen',
    about: 'Wat je verbergt, is meteen weg voor lezers. Titels en volgorde gaan mee als je publiceert.',
    up: 'Eerder',
    down: 'Later',
    retitle: 'Andere titel',
    ownTitle: 'Titel voor lezers',
    ownTitleHelp: (script: string): string => `Leeg: de titel van het draaiboek, “${script}”.`,
    saveTitle: 'Bewaar',
    moved: 'Het onderdeel staat op een andere plek.',
    titled: 'Het onderdeel heeft een andere titel.',
    hid: 'Lezers zien dit onderdeel niet meer.',
    shown: 'Dit onderdeel gaat weer mee naar lezers.',
    meanwhile: 'Dat lukte niet. Misschien paste een ander het net aan: kijk en probeer het opnieuw.',
  },
  comments: {
    title: 'Reacties van het team',
    whole: 'over het geheel',
    start: 'Reageer',
    startWhole: 'Reageer op het geheel',
    yours: 'Jouw reactie',
    help: 'Hoogstens 1.000 tekens. De begeleider en wie deze link heeft, lezen mee.',
    name: 'Naam (mag leeg blijven)',
    send: 'Verstuur',
    withdraw: 'Trek in',
    unsigned: 'zonder naam',
    onVersion: (version: number): string => `bij versie ${version}`,
    wipe: 'Wis voor goed',
    hidden: 'Verborgen voor het team',
    hid: 'De reactie is verborgen.',
    shown: 'De reactie is weer te lezen.',
    said: {
      sent: 'Verstuurd. Je kunt hem in deze browser intrekken.',
      withdrawn: 'Ingetrokken. Niemand leest hem meer.',
      wiped: 'De reactie is gewist.',
      tooLong: 'Deze reactie is te lang. Neem hoogstens 1.000 tekens.',
      tooFast: 'Er komen nu veel reacties tegelijk. Wacht even en verstuur opnieuw.',
      failed: 'Dat lukte niet. Je tekst staat er nog: probeer het opnieuw.',
    },
    allow: 'Lezers mogen reageren',
    allowHelp: 'Wie deze link heeft, leest elkaars reacties. Jij kunt ze verbergen.',
    allowed: 'met reacties',
  },
  scriptTitle: (title: string): string => `In het draaiboek: ${title}`,
  feedback: 'Terugkoppeling van deelnemers',
  feedbackOnly: 'Alleen voor jou. Dit staat niet in de gepubliceerde versie.',
  links: 'Links voor het team',
  linksAbout: 'Wie een link heeft, leest de gepubliceerde samenvatting. Aanpassen kan niet.',
  linkLasts: 'Hoe lang werkt hij?',
  linkDays: { 7: 'Een week', 30: 'Een maand', 90: 'Drie maanden' },
  linkPassword: 'Wachtwoord (mag leeg blijven)',
  linkPasswordHelp: (min: number): string => `Minstens ${min} tekens. We bewaren het niet leesbaar: schrijf het op.`,
  linkPasswordShort: (min: number): string => `Dit wachtwoord is te kort: neem minstens ${min} tekens.`,
  linkLocked: 'met wachtwoord',
  makeLink: 'Maak een link',
  copyLink: 'Kopieer',
  copied: 'Gekopieerd',
  revokeLink: 'Trek in',
  revoked: 'De link werkt niet meer. Ook open pagina’s zijn leeg.',
  linkFrom: (made: string): string => `Gemaakt op ${made}`,
  linkUntil: (until: string): string => `geldig tot ${until}`,
  newLink: 'Nieuwe link',
  newLinkOnce: 'Kopieer hem nu: hij is later niet meer te zien.',
  noLinks: 'Er zijn nog geen links.',
  exports,
  failedAction: 'Dat lukte niet. Probeer het nog eens.',
  notSignedInTitle: 'Je bent niet aangemeld',
  notSignedIn: 'Open het bureau en meld je aan. Kom daarna hier terug.',
  toDesk: 'Naar het bureau',
  compare,
  ...agreed,
  shift,
  roles,
  reading,
};
