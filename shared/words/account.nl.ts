/** A facilitator's own page, and coming in: name and passphrase, where one is signed in, who else is a facilitator, what was done. */
import type { Device, Road } from '../account.ts';
import type { ActKind } from '../acts.ts';
import type { OrganisationNo } from '../organisation.ts';
import type { AccountProblem } from '../passphrase.ts';
import { countOf } from './desk/counting.nl.ts';

export const frame = {
  title: 'Jouw aanmelding',
  back: 'Naar je sessies',
  failed: 'Dat lukt nu niet. Probeer het nog eens.',
  nameless: 'Nog geen naam',
};

export const choosing = {
  name: 'Je naam',
  nameHelp: 'Met deze naam meld je je aan. Anderen zien hem als je samen een sessie begeleidt.',
  passphrase: 'Wachtzin',
  help: (min: number): string =>
    `Minstens ${min} tekens. Een zin van vier of vijf gewone woorden werkt goed. Spaties mogen, en je mag plakken.`,
  show: 'Toon',
  hide: 'Verberg',
  problems: {
    noName: 'Vul je naam in.',
    nameLong: 'Die naam is te lang. Neem er een van hooguit 60 tekens.',
    nameTaken: 'Die naam heeft al iemand op deze server. Kies een andere.',
    nameMixed: 'In die naam staan letters van twee schriften door elkaar. Neem ze uit één schrift.',
    short: 'Die wachtzin is te kort. Neem minstens 15 tekens.',
    long: 'Die wachtzin is te lang. Neem hooguit 200 tekens.',
    common: 'Die wachtzin is makkelijk te raden. Kies woorden die niets met jou of dit programma te maken hebben.',
    wrong: 'De wachtzin van nu klopt niet.',
    unknown: 'Niemand op deze server heeft die naam.',
    again: 'Je bent al langer aangemeld. Meld je af en weer aan, en doe het dan.',
    lastWay: 'Dit is je enige manier om binnen te komen. Kies eerst een wachtzin.',
    notProven: 'Dat lukte niet. Probeer het nog eens.',
    taken: 'Die hoort al bij iemand, of je hebt er al twintig.',
  } satisfies Record<AccountProblem, string>,
};

export const welcome = {
  title: 'Welkom bij In gesprek',
  about: 'Je bent uitgenodigd als begeleider op deze server. Kies een naam en een wachtzin.',
  invited: 'Je bent uitgenodigd als begeleider op deze server.',
  back: (name: string): string => `Kies een nieuwe wachtzin, ${name}`,
  backAbout: 'Je oude wachtzin werkt daarna niet meer. Waar je nog aangemeld was, word je afgemeld.',
  go: 'Kies en meld aan',
  spent: 'Deze link werkt niet meer. Vraag om een nieuwe.',
  organisation: 'Kom binnen via je organisatie',
  organisationAbout: 'Dan heb je hier geen wachtzin nodig.',
  orPassphrase: 'Of kies een naam en een wachtzin',
};

export const organisation = {
  title: 'Aanmelden via je organisatie',
  about: 'Koppel je account bij je organisatie. Dan meld je je voortaan daar aan, ook zonder wachtzin.',
  again: 'Om te koppelen meld je je eerst af en weer aan.',
  add: 'Koppel mijn account',
  linked: 'Je account bij je organisatie is gekoppeld',
  linkedNow: 'Gekoppeld. Je kunt je voortaan via je organisatie aanmelden.',
  since: (when: string): string => `sinds ${when}`,
  remove: 'Maak los',
  removed: 'Losgemaakt. Via je organisatie kom je hier niet meer binnen.',
  welcome: 'Welkom bij In gesprek',
  chooseName: 'Hoe wil je hier heten?',
  nameHelp: 'Anderen zien deze naam als je samen een sessie begeleidt.',
  go: 'Ga verder',
  no: {
    cancelled: 'Je bent niet aangemeld: bij je organisatie ging het niet door.',
    failed: 'Aanmelden via je organisatie is niet gelukt. Probeer het nog eens.',
    away: 'Je organisatie antwoordt nu niet. Probeer het later, of kies een andere manier.',
    late: 'Dat duurde te lang, of begon in een andere browser. Probeer het nog eens.',
    notInvited:
      'Je organisatie kent je, maar op deze server ben je geen begeleider. Vraag een beheerder om een uitnodiging.',
    spent: 'Deze uitnodiging werkt niet meer. Vraag om een nieuwe.',
    taken: 'Met dat account meldt een andere begeleider zich hier al aan.',
  } satisfies Record<OrganisationNo, string>,
};

export const passphrase = {
  title: 'Wachtzin',
  none: 'Je hebt nog geen wachtzin. Zonder wachtzin kom je op een ander apparaat, of na dertig dagen, alleen binnen met een nieuwe sleutel. Die geeft wie de server draait: npm run key.',
  notNeeded: 'Je hebt geen wachtzin. Dat hoeft niet, want je komt op een andere manier binnen.',
  current: 'Wachtzin van nu',
  endOthers: 'Meld mijn andere apparaten af',
  choose: 'Kies wachtzin',
  change: 'Verander wachtzin',
  chosen: 'Je wachtzin is bewaard.',
};

export const passkeys = {
  title: 'Passkeys',
  about:
    'Met een passkey meld je je aan met je vinger, je gezicht of de pincode van je apparaat. Je hoeft geen naam of wachtzin te typen.',
  notSecure: 'Hier kan dat niet. Browsers geven passkeys alleen op een adres met https.',
  notNumber: 'Hier kan dat niet. Browsers geven geen passkeys op een adres van alleen cijfers.',
  notHere: 'Deze browser kent geen passkeys.',
  whatToDo: 'Wie de server draait, leest in docs/operating.md onder “HTTPS” wat daarvoor nodig is.',
  name: 'Naam, om hem te herkennen',
  devices: { phone: 'Mijn telefoon', computer: 'Mijn computer' } satisfies Record<Device, string>,
  current: 'Wachtzin van nu',
  again: 'Om er een toe te voegen meld je je eerst af en weer aan.',
  add: 'Voeg een passkey toe',
  added: 'Je passkey is bewaard.',
  cancelled: 'Er is niets toegevoegd. Probeer het nog eens, of op een ander apparaat.',
  since: (when: string): string => `sinds ${when}`,
  used: (when: string): string => `laatst gebruikt ${when}`,
  neverUsed: 'nog niet gebruikt',
  synced: 'ook op je andere apparaten',
  remove: 'Verwijder',
  removeOne: (name: string): string => `Verwijder passkey: ${name}`,
  removed: 'Die passkey werkt hier niet meer. Haal hem zelf ook van je apparaat.',
};

export const signIns = {
  title: 'Waar ben je aangemeld',
  about: 'Een aanmelding duurt dertig dagen, of veertien dagen zonder gebruik. Adressen en browsers bewaren we niet.',
  devices: { phone: 'Telefoon of tablet', computer: 'Computer' } satisfies Record<Device, string>,
  device: 'Apparaat',
  here: 'dit apparaat',
  since: (when: string): string => `sinds ${when}`,
  seen: (when: string): string => `laatst gebruikt ${when}`,
  desks: (count: number): string => countOf(count, 'open bureau', 'open bureaus'),
  end: 'Meld af',
  endOne: (which: string): string => `Meld af: ${which}`,
  ended: 'Afgemeld. Open bureaus daar zijn gesloten.',
  everywhere: 'Meld overal af, ook hier',
};

export const people = {
  title: 'Begeleiders op deze server',
  about:
    'Wie hier staat, heeft eigen sessies. Ook een beheerder leest die van een ander niet. Een beheerder nodigt uit, verwijdert, en geeft nieuwe wachtzinnen.',
  administrator: 'beheerder',
  first: 'de eerste',
  you: 'jij',
  noPassphrase: 'nog geen wachtzin',
  sessions: (count: number): string => countOf(count, 'sessie', 'sessies'),
  since: (when: string): string => `sinds ${when}`,
  more: 'Meer',
  moreFor: (name: string): string => `Meer voor ${name}`,
  newLink: 'Nieuwe wachtzin laten kiezen',
  makeAdministrator: 'Maak beheerder',
  endAdministrator: 'Niet langer beheerder',
  remove: 'Verwijder',
  invite: 'Maak een uitnodiging',
  asAdministrator: 'als beheerder',
  inviteHelp: 'De link werkt één keer, zeven dagen lang. Stuur hem zelf, aan één mens.',
  link: 'Kopieer de link nu: je ziet hem maar één keer',
  open: 'Uitnodigingen die nog open staan',
  newcomer: 'Voor iemand nieuw',
  newcomerAdministrator: 'Voor een nieuwe beheerder',
  forName: (name: string): string => `Nieuwe wachtzin voor ${name}`,
  until: (when: string): string => `tot ${when}`,
  revoke: 'Trek in',
  revokeOne: (which: string): string => `Trek in: ${which}`,
};

export const removal = {
  title: (name: string): string => `${name} verwijderen?`,
  about: (name: string): string =>
    `${name} wordt overal afgemeld en kan zich niet meer aanmelden. Uitnodigingen en links van ${name} werken dan niet meer.`,
  sessions: (count: number): string => `Wat gebeurt er met ${countOf(count, 'sessie', 'sessies')}?`,
  hand: 'Geef ze aan iemand anders',
  to: 'Aan wie',
  delete: 'Verwijder ze, voorgoed',
  deleteHelp: 'Alle antwoorden, notities en samenvattingen daarvan zijn dan weg. Dat kan niet terug.',
  handHelp: 'Die leest en begeleidt ze voortaan. Dat staat veertien dagen in de lijst van wat er gedaan is.',
  go: 'Verwijder begeleider',
  gone: (name: string): string => `${name} is verwijderd.`,
};

export const acts = {
  title: 'Wat er gedaan is',
  about: 'Van de laatste veertien dagen: van jou, en in jouw sessies. Woorden of titels staan er niet in.',
  aboutAll: 'Van de laatste veertien dagen, van iedereen op deze server. Woorden of titels staan er niet in.',
  none: 'Hier staat nog niets.',
  all: 'Toon alles',
  older: 'Toon wat daarvoor gedaan is',
  when: 'Wanneer',
  who: 'Wie',
  what: 'Wat',
  by: { you: 'jij', co: 'een medebegeleider', gone: 'iemand die hier niet meer is', program: 'het programma' },
  session: (name: string): string => `sessie ${name}`,
  times: (count: number): string => `${count} keer`,
  retention: 'de bewaartijd was om',
  roads: {
    key: 'met een sleutel',
    passphrase: 'met een wachtzin',
    link: 'met een link',
    passkey: 'met een passkey',
    organisation: 'via de organisatie',
  } satisfies Record<Road, string>,
  kinds: {
    signedIn: 'Aangemeld',
    signInFailed: 'Aanmelden mislukt',
    signedOff: 'Afgemeld',
    keyMade: 'Nieuwe sleutel gemaakt',
    passphraseChosen: 'Wachtzin gekozen',
    passkeyAdded: 'Passkey toegevoegd',
    passkeyRemoved: 'Passkey verwijderd',
    organisationLinked: 'Aanmelden via de organisatie gekoppeld',
    organisationUnlinked: 'Aanmelden via de organisatie losgemaakt',
    invited: 'Link gemaakt voor een begeleider',
    invitationRevoked: 'Uitnodiging ingetrokken',
    joined: 'Begeleider geworden',
    rightsChanged: 'Recht van beheerder veranderd',
    removed: 'Begeleider verwijderd',
    sessionMade: 'Sessie gemaakt',
    sessionDeleted: 'Sessie verwijderd',
    sessionHandedOver: 'Sessie overgedragen',
    shared: 'Sessie gedeeld',
    unshared: 'Delen gestopt',
    linkMade: 'Link naar samenvatting gemaakt',
    linkRevoked: 'Link naar samenvatting ingetrokken',
    exported: 'Gedownload',
    published: 'Samenvatting gepubliceerd',
    retentionChanged: 'Bewaartijd veranderd',
    codeChanged: 'Code van een sessie vernieuwd',
    scriptMade: 'Draaiboek gemaakt',
    scriptDeleted: 'Draaiboek verwijderd',
  } satisfies Record<ActKind, string>,
};
