/** The desk's sentences, in Dutch. */
import type { NoteKind, WallMode } from '../script.ts';
import { agreements } from './desk/agreements.nl.ts';
import { compass } from './desk/compass.nl.ts';
import { conclusions } from './desk/conclusions.nl.ts';
import { consent } from './desk/consent.nl.ts';
import { countOf, unitsOf } from './desk/counting.nl.ts';
import { damage } from './desk/damage.nl.ts';
import { firstHour } from './desk/first-hour.nl.ts';
import { interests } from './desk/interests.nl.ts';
import { keeping } from './desk/keeping.nl.ts';
import { moderation } from './desk/moderation.nl.ts';
import { pairing } from './desk/pairing.nl.ts';
import { plan } from './desk/plan.nl.ts';
import { rehearsal } from './desk/rehearsal.nl.ts';
import { start } from './desk/start.nl.ts';
import { steps } from './desk/steps.nl.ts';
import { themes } from './desk/themes.nl.ts';
import { together } from './desk/together.nl.ts';
import { ways } from './desk/ways.nl.ts';
import { fields } from './fields.nl.ts';
import { shift } from './shift.nl.ts';

const wallModes: Record<WallMode, string> = {
  welcome: 'Welkom',
  agenda: 'Programma',
  reading: 'Tekst',
  list: 'Lijst',
  figure: 'Figuur',
  groups: 'Groepen',
  progress: 'Voortgang',
  cards: 'Kaarten',
  themes: 'Thema’s',
  boundary: 'Grenzen',
  contrast: 'Rollen',
  shift: 'Eerst en daarna',
  spotlight: 'Uitgelicht',
  distribution: 'Verdeling',
  harvest: 'Oogst',
  thanks: 'Bedankt',
  blank: 'Leeg',
};
const noteKinds: Record<NoteKind, { one: string; ask: string }> = {
  insight: { one: 'Inzicht', ask: 'Wat zien jullie nu?' },
  difference: { one: 'Verschil', ask: 'Waarin verschillen jullie?' },
  question: { one: 'Vraag', ask: 'Welke vraag blijft over?' },
  proposal: { one: 'Voorstel', ask: 'Wat stellen jullie voor?' },
};

export const words = {
  ...start,
  ...firstHour,
  ...damage,
  ...interests,
  ...keeping,
  ...plan,
  ...compass,
  ...steps,
  ...ways,
  ...together,
  ...themes,
  ...conclusions,
  moderation,
  rehearsal,
  agreements,
  shift,
  pairing,
  consent,

  fields,

  brand: 'In gesprek',

  title: (session: string): string => (session ? `${session} · bureau` : 'Bureau · In gesprek'),

  otherLanguage: 'English',

  close: 'Sluit',

  cancel: 'Annuleer',

  undo: 'Ongedaan maken',

  notNow: 'Nu niet',
  undone: 'Teruggezet.',
  undoneTooLate: 'De sessie is al verder. Ga terug met Terug, of in het draaiboek.',

  loading: 'Het bureau komt eraan.',
  openingScript: { said: 'Je draaiboek komt eraan.', back: 'Alle draaiboeken', steps: 'Stappen' },

  failed: 'Dat lukt nu niet. Probeer het nog eens.',

  offline: 'Geen verbinding met het programma.',
  wallOffline: 'Geen verbinding: de wand verandert nu niet.',

  again: 'Probeer opnieuw',

  toHome: 'Naar het begin',

  bar: {
    people: (people: number, units: number, size: number): string =>
      `${countOf(people, 'mens', 'mensen')}${units ? `, ${units} ${unitsOf(size, units)}` : ''}`,
    peopleLabel: 'Mensen',
    nobody: 'Nog niemand',
    share: 'Deel',
    locked: 'Deur op slot',
    connected: 'Alles verbonden',
    connecting: 'Verbinden…',
    lost: 'Geen verbinding',
    outdated: 'Er is een nieuwe versie van het programma.',
    outdatedHelp: 'Rond af wat je typt, en vernieuw deze pagina.',
    refresh: 'Vernieuw',
    stateOf: (time: string): string => `Je ziet de stand van ${time}.`,
    waiting: (count: number): string => `${countOf(count, 'opdracht wacht', 'opdrachten wachten')} op verbinding.`,
    noWall: 'Nog geen wand',
    walls: (count: number): string => countOf(count, 'wand', 'wanden'),
    desks: (count: number): string => countOf(count, 'bureau', 'bureaus'),
    online: (online: number, people: number): string => `${online} van ${people} telefoons verbonden`,
    keys: 'Toetsen',
    settings: 'Instellingen',
    script: 'Draaiboek',
    back: 'Alle sessies',
    summary: 'Samenvatting',
    gone: {
      removed: 'Dit bureau hoort niet meer bij deze sessie.',
      signedOff: 'Je bent afgemeld. Meld je opnieuw aan.',
      deleted: 'Deze sessie is verwijderd.',
      left: 'Dit bureau is gesloten.',
    } as Record<string, string>,
  },

  answers: {
    title: 'Antwoorden',
    piles: { new: 'Nieuw', wall: 'Wand', kept: 'Bewaard', away: 'Verborgen' },
    empty: {
      new: 'Geen nieuwe antwoorden.',
      wall: 'Er staat nog niets op de wand.',
      kept: 'Bewaar een antwoord met K.',
      away: 'Niets verborgen.',
    },
    toWall: (count: number): string =>
      count === 1
        ? 'Eén antwoord mag op de wand. Kijk bij Wand.'
        : `${count} antwoorden mogen op de wand. Kijk bij Wand.`,
    notInPicture: 'Nu niet in beeld',
    waiting: (count: number): string => (count === 1 ? '1 nieuw antwoord' : `${count} nieuwe antwoorden`),
    arrived: (count: number): string => (count === 1 ? 'Eén nieuw antwoord.' : `${count} nieuwe antwoorden.`),
    spotlight: 'Uitlichten',
    unspotlight: 'Uit het licht',
    show: 'Toon',
    unshow: 'Haal weg',
    hide: 'Verberg',
    unhide: 'Zet terug',
    keep: 'Bewaar',
    unkeep: 'Niet bewaren',
    star: 'Ster',
    unstar: 'Ster weg',
    stars: (count: number): string => countOf(count, 'ster', 'sterren'),
    recognised: (count: number, size: number): string =>
      `${count} ${unitsOf(size, count)} ${count === 1 ? 'herkent' : 'herkennen'} dit`,
    onWall: 'Op de wand',
    inLight: 'Uitgelicht',
    isKept: 'Bewaard',
    isHidden: 'Verborgen',
    notReleased: 'nog niet vrijgegeven',
    boundary: 'Grenssituatie',
    changed: 'aangepast',
    split: 'verdeeld',
    now: 'zojuist',
    minutes: (count: number): string => `${count} min`,
    wordless: (count: number): string =>
      count === 1
        ? 'En één antwoord zonder tekst: dat telt mee in de verdeling.'
        : `En ${count} antwoorden zonder tekst: die tellen mee in de verdeling.`,
    withdrawn: (count: number): string =>
      count === 1 ? 'Eén antwoord is ingetrokken.' : `${count} antwoorden zijn ingetrokken.`,
    late: 'na sluiten verstuurd',
    paper: 'van papier',
    more: (count: number): string => `Toon er nog ${count}`,
    filter: 'Filter',
    step: 'Stap',
    item: 'Onderdeel',
    prompt: 'Vraag',
    allItems: 'Alle onderdelen',
    allPrompts: 'Alle vragen',
    did: {
      spotlight: 'Het antwoord staat in het licht.',
      unspotlight: 'Het antwoord is uit het licht.',
      show: 'Het antwoord staat op de wand.',
      unshow: 'Het antwoord is van de wand.',
      hide: 'Het antwoord is verborgen.',
      unhide: 'Het antwoord is terug.',
      keep: 'Het antwoord is bewaard.',
      unkeep: 'Het antwoord is niet meer bewaard.',
    },
  },

  notes: {
    title: 'Notities',
    kinds: noteKinds,
    label: 'Noteer',
    kind: 'Soort',
    about: 'Gaat over',
    whole: 'Alles',
    from: 'Van',
    everyone: 'Iedereen',
    add: 'Noteer',
    edit: 'Pas aan',
    save: 'Bewaar',
    remove: 'Haal weg',
    removed: 'De notitie is weg.',
    changed: 'De notitie is aangepast.',
    added: (kind: string): string => `${kind} genoteerd.`,
    seen: 'Iedereen ziet dit: bij de oogst op het grote scherm, en in de samenvatting.',
    none: 'Nog geen notities.',
    left: (count: number): string => `Nog ${countOf(count, 'teken', 'tekens')}.`,
    tooLong: 'Deze notitie is te lang. Maak haar korter.',
    kept: 'Bewaard op dit apparaat. Nog niet genoteerd.',
  },

  wall: {
    title: 'Op de wand',
    mini: 'De wand, in het klein',
    larger: 'Bekijk de wand groter',
    modes: wallModes,
    freeze: 'Even stil',
    freezeHelp: 'Het beeld blijft zoals het is. Nieuwe antwoorden wachten.',
    modesLabel: 'Wat staat op de wand',
    page: (page: number, pages: number): string => (pages ? `blad ${page} van ${pages}` : `blad ${page}`),
    pageForward: 'Blad verder',
    pageBack: 'Blad terug',
    pages: 'Bladen van de wand',
    items: 'Onderdeel op de wand',
    prompts: 'Vraag op de wand',
    closed: 'De sessie is gesloten: de wand bedankt iedereen.',
    nothingLit: 'Kies eerst een antwoord en licht het uit.',
    noThemes: 'Bundel eerst antwoorden tot een thema.',
    noContrast: {
      notAsked: 'Rollen vergelijken kan niet: er is niet naar gevraagd.',
      mixed: 'Rollen vergelijken kan niet: mensen antwoordden samen, vanuit verschillende rollen.',
      tooFew: 'Rollen vergelijken kan niet: er zijn te weinig antwoorden per rol.',
      changed: 'Rollen vergelijken kan nu niet: er is net iets veranderd. De zaal zou zien wie wat oordeelde.',
    },
  },

  next: {
    start: (title: string): string => `Start: ${title}`,
    back: 'Terug',
    backTo: (title: string): string => `Terug naar ${title}`,
    last: 'Dit is de laatste stap. Sluiten doe je met de knop.',
    closeSession: 'Sluit de sessie',
    toSummary: 'Naar de samenvatting',
    closed: 'De sessie is gesloten.',
    reopened: 'De sessie is weer open.',
  },

  tabs: { step: 'Stap', answers: 'Antwoorden', wall: 'Wand', label: 'Wat zie je' },

  refused: {
    notAllowed: 'Dat mag alleen de begeleider van deze sessie.',
    notLeading: 'Een ander leidt nu. Neem eerst de leiding over.',
    stepMoved: 'Er was al iemand verder gegaan.',
    sessionClosed: 'De sessie is gesloten. Heropen haar eerst.',
    noSuchStep: 'Deze stap is nog niet open geweest.',
    badArrangement: 'Zo klopt de indeling niet meer. Kijk nog eens.',
    notShown: 'Dit antwoord kan niet op de wand.',
    nothingWritten: 'Schrijf eerst iets op.',
    stepClosed: 'Deze stap is gesloten.',
    noTicket: 'Je bent hier niet meer aangemeld.',
    noSuchSession: 'Deze sessie is er niet.',
  } as Record<string, string>,
};
