/** Every sentence on the wall, in Dutch; participants call it "het grote scherm". */
import { shift } from './shift.nl.ts';
import { replay } from './wall/replay.nl.ts';

const unitNames: Record<number, string> = { 1: 'deelnemer', 2: 'duo', 3: 'drietal', 4: 'viertal' };
const manyNames: Record<number, string> = { 1: 'mensen', 2: 'duo’s', 3: 'drietallen', 4: 'viertallen' };
/** "duo's", "drietallen": how those who answer together are called. */
const units = (size: number, count: number): string =>
  count === 1 ? (size === 1 ? 'mens' : (unitNames[size] ?? 'groep')) : (manyNames[size] ?? 'groepen');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const words = {
  product: 'In gesprek',
  title: (session: string) => `Het grote scherm · ${session || 'In gesprek'}`,
  open: {
    title: 'Zet hier het grote scherm aan',
    intro: 'Typ de code van de sessie. De begeleider bevestigt dit scherm op het bureau.',
    code: 'Code van de sessie',
    go: 'Verder',
    tooShort: 'De code heeft zes letters.',
    offline: 'Geen verbinding. Kijk of wifi of internet aan staat.',
    confirm: 'Bevestig dit getal op het bureau',
    confirmHelp: 'Op het bureau staat: wand op een andere computer.',
    waiting: 'We wachten op de begeleider…',
    otherCode: 'Andere code',
    expired: 'Dit getal is verlopen. Typ de code opnieuw.',
    gone: 'Dit scherm hoort niet meer bij een sessie. Typ de code.',
    deleted: 'Deze sessie is gewist.',
    starting: 'Het scherm gaat aan…',
  },
  controls: {
    label: 'Instellingen van dit scherm',
    fullScreen: 'Volledig scherm',
    leaveFullScreen: 'Klein scherm',
    theme: (dark: boolean): string => (dark ? 'Licht beeld' : 'Donker beeld'),
    room: 'Grootte van de zaal',
    asMeasured: 'Zaal als op het bureau',
    rooms: { s: 'Kleine zaal', m: 'Middelgrote zaal', l: 'Grote zaal' },
    calm: 'Rustig beeld',
    otherLanguage: 'English',
  },
  outdated: 'Er is een nieuwe versie. Vernieuw deze pagina.',
  offline: (time: string) => `Geen verbinding. Dit is de stand van ${time}.`,
  late: 'Doe mee:',
  lateThen: 'daarna',
  clock: {
    label: 'Nog te gaan',
    paused: 'pauze',
    over: 'tijd is om',
  },
  welcome: {
    title: 'Welkom.',
    second: 'We gaan in gesprek.',
    scan: 'Scan de code, of ga naar',
    type: 'Typ',
    letters: 'Typ daarna',
    locked: 'De deur is dicht.',
    lockedHelp: 'Wie al meedoet, doet gewoon mee. Wil je er nog bij? Vraag het de begeleider.',
    qr: (address: string) => `QR-code om mee te doen op ${address}`,
    people: (count: number): string => (count === 1 ? 'mens is er' : 'mensen zijn er'),
    nobody: 'Nog niemand binnen. Doe mee met je telefoon.',
  },
  finding: {
    title: 'Zoek een partner.',
    how: 'Typ het nummer van je buur.',
    still: (count: number): string => (count === 1 ? 'mens zoekt nog' : 'mensen zoeken nog'),
  },
  agenda: { title: 'Wat gaan we doen?', now: 'nu', minutes: (count: number) => `${count} min` },
  reading: { list: 'Onderdelen' },
  figure: {
    label: (title: string, parts: string) => `${title}: ${parts}`,
    counts: (parts: string, n: number) => `${parts}, n ${n}`,
  },
  groups: {
    title: 'Zo zitten we bij elkaar',
    subgroup: (name: string) => `Subgroep ${name}`,
    people: (count: number) => (count === 1 ? '1 mens' : `${count} mensen`),
    nobody: 'Straks staan hier de groepen.',
  },
  progress: {
    done: (_count: number, total: number, size: number) => `van ${total} ${units(size, total)} klaar`,
    about: 'Praat hierover',
    turn: (n: number, count: number) => `Beurt ${n} van ${count}`,
    turnOver: 'beurt is om',
  },
  cards: {
    unit: (size: number, number: number, turn: number | null = null) =>
      `${capital(unitNames[size] ?? 'groep')} ${number}${turn ? `, beurt ${turn}` : ''}`,
    person: 'Een deelnemer',
    given: (item: string): string => `gegeven bij: ${item}`,
    covered: 'afgedekt woord',
    split: 'verdeeld',
    answers: (count: number): string => (count === 1 ? 'antwoord' : 'antwoorden'),
    soon: 'Jullie antwoorden komen hier.',
    unexplained: 'Niemand schreef hier iets bij.',
    none: 'Nog geen antwoorden bij dit onderdeel.',
    whole: 'De hele lijst',
    stars: (count: number) => (count === 1 ? '1 ster' : `${count} sterren`),
    range: (from: number, to: number, total: number) =>
      from === to ? `${to} van ${total}` : `${from} tot ${to} van ${total}`,
    page: (page: number, pages: number) => `bladzijde ${page} van ${pages}`,
    n: (count: number) => `n = ${count}`,
    unknown: (count: number, label: string) => `${count} ${label}`,
    splitCount: (count: number) => `${count} verdeeld`,
    unseen: (count: number) => `${count} niet op dit scherm`,
    order: {
      script: '',
      deviatingFirst: 'Wat afwijkt staat vooraan.',
      mostMarked: 'Wat het vaakst is aangetikt staat vooraan.',
      mostDifference: 'Wat het meest verschilt staat vooraan.',
    },
  },
  themes: {
    unnamed: (number: number) => `Thema ${number}`,
    rest: 'Nog niet geordend',
    notYet: 'nog niet geordend',
    each: (size: number) => `Elke stip is één ${unitNames[size] ?? 'groep'}.`,
    voices: (count: number) => (count === 1 ? '1 stem' : `${count} stemmen`),
  },
  spotlight: {
    recognised: (count: number, size: number) =>
      `${count} ${units(size, count)} ${count === 1 ? 'herkent' : 'herkennen'} dit`,
    boundary: 'Een grenssituatie',
    whole: 'De hele lijst',
  },
  distribution: {
    title: 'Zo liggen de oordelen',
    nothing: 'Nog geen oordelen om te tonen.',
    whole: 'De hele lijst',
    marked: 'Het vaakst aangetikt',
    times: (count: number) => `${count} keer`,
    unmarked: (count: number) => `${count} andere ${count === 1 ? 'is' : 'zijn'} door niemand aangetikt.`,
    noneMarked: 'Niemand tikte iets aan.',
    bar: (title: string, parts: string, n: number) => `${title}: ${parts}, n ${n}`,
    none: 'nog geen',
    noneReleased: 'nog niets vrijgegeven',
  },
  contrast: {
    asOf: (time: string) => `Stand van ${time}.`,
    from: (count: number) => `Alleen rollen met minstens ${count} antwoorden.`,
    none: {
      notAsked: 'Hier is niet naar rollen gevraagd.',
      mixed: 'Hier is niets te vergelijken. Jullie antwoordden samen, vanuit verschillende rollen.',
      tooFew: 'Hier is niets te vergelijken. Er zijn te weinig antwoorden per rol.',
      changed: 'Hier is nu niets te vergelijken. Er is net iets veranderd.',
    },
    elsewhere: 'Rollen naast elkaar zie je op het scherm van de hele zaal.',
  },
  harvest: {
    title: 'Wat nemen we mee?',
    nothing: 'Hier komt wat jullie een ster geven.',
    kinds: {
      insight: 'inzicht',
      difference: 'verschil',
      question: 'vraag',
      proposal: 'voorstel',
      agreement: 'afspraak',
      conclusion: 'conclusie',
    },
    asked: 'Klopt dit?',
    answerOnPhone: 'Antwoord op je telefoon.',
  },
  frozen: (count: number): string => (count === 0 ? 'Even stil' : `Even stil · ${count} nieuw`),
  boundary: {
    title: 'Grenssituaties',
    nothing: 'Hier komen grenssituaties die vrijgegeven zijn.',
    count: (count: number): string => (count === 1 ? 'grenssituatie' : 'grenssituaties'),
  },
  pause: { title: 'Pauze', text: 'Straks gaan we verder waar we waren.' },
  thanks: { title: 'Bedankt voor het gesprek!', text: 'De samenvatting vind je later op je telefoon.' },
  question: 'De vraag van nu',
  replay,
  shift,
};
