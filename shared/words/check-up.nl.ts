/** De zelfcontrole van wie de server beheert: wat er moet kloppen, en wat te doen als het niet klopt. */
import type { CheckGroup, CheckId, CheckOutcome } from '../check-up.ts';

export const frame = {
  about: 'Klopt alles op deze server? Het kijken duurt een paar tellen.',
  looking: 'Even kijken…',
  again: 'Kijk opnieuw',
  back: 'Terug naar sessies',
  failed: 'Het nakijken lukte niet. Probeer het nog eens.',
  counts: (wrong: number, well: number, unknown: number): string =>
    `${wrong} niet goed · ${well} goed · ${unknown} niet te zien`,
  found: (value: string): string => `Gevonden: ${value}`,
};

export const outcomes: Record<CheckOutcome, string> = { well: 'Goed', wrong: 'Niet goed', unknown: 'Niet te zien' };

export const groups: Record<CheckGroup, string> = {
  address: 'Adres en certificaat',
  headers: 'Wat elke pagina meekrijgt',
  lines: 'Verbindingen van telefoons',
  disk: 'Schijf en map',
  store: 'Opslag',
  database: 'Database',
  backups: 'Back-ups',
  time: 'Klok en bewaartijd',
  program: 'Programma',
  people: 'Begeleiders',
  machine: 'Machine',
};

/** Wat er moet kloppen · wat je doet als het niet klopt. */
export const checks: Record<CheckId, readonly [claim: string, remedy: string]> = {
  addressReached: [
    'De server bereikt zichzelf op het adres voor telefoons.',
    'Zet PUBLIC_URL op het adres dat telefoons openen. Kijk of de proxy draait en doorstuurt.',
  ],
  https: [
    'Telefoons komen binnen over https.',
    'Zet een proxy met een certificaat voor de server en zet PUBLIC_URL op het https-adres.',
  ],
  certificateTrusted: [
    'Het certificaat wordt vertrouwd.',
    'Gebruik een certificaat van een bekende uitgever, met de hele keten. Met een eigen certificaat waarschuwt elke telefoon die het niet kent.',
  ],
  certificateDays: ['Het certificaat is nog minstens 14 dagen geldig.', 'Vernieuw het certificaat, liefst vanzelf.'],
  tlsVersion: ['De verbinding gebruikt TLS 1.2 of 1.3.', 'Zet oudere versies uit in de proxy.'],
  httpRedirected: ['Het http-adres stuurt door naar https.', 'Laat de proxy http met 301 of 308 doorsturen.'],
  ownOrigin: [
    'De eigen pagina’s mogen met de server praten.',
    'PUBLIC_URL is een ander adres dan telefoons openen, of de proxy verandert Host of Origin.',
  ],
  foreignOrigin: [
    'Een vreemde pagina mag niet met de server praten.',
    'De proxy haalt de kop Origin weg of zet eigen CORS-koppen. Laat dat na.',
  ],
  forWhom: [
    'De proxy zegt voor wie hij vraagt.',
    'Laat hem X-Forwarded-For meesturen: anders lijkt iedereen dezelfde, en houdt één gokker iedereen tegen.',
  ],
  proxyKnown: [
    'Niemand op deze machine zegt ongeloofd voor een ander te vragen.',
    'Staat er een proxy voor? Zet PUBLIC_URL of TRUST_PROXY, anders lijkt iedereen dezelfde. Zo niet, zoek uit welk programma dat doet.',
  ],
  contentPolicy: [
    'De inhoudsregels (CSP) komen aan.',
    'De proxy vervangt content-security-policy. Laat die van de server staan.',
  ],
  trustedTypes: ['Trusted Types staan aan.', 'De proxy kort content-security-policy in. Laat hem heel.'],
  frames: [
    'Andere sites mogen deze pagina’s niet insluiten.',
    'Laat frame-ancestors in content-security-policy staan.',
  ],
  noSniff: ['Browsers raden geen bestandssoort.', 'Laat x-content-type-options: nosniff door.'],
  referrer: ['Adressen lekken niet naar andere sites.', 'Laat referrer-policy: no-referrer door.'],
  permissions: ['Camera, microfoon en plaats staan uit.', 'Laat permissions-policy door.'],
  strictTransport: [
    'Browsers onthouden dat dit adres https is.',
    'Zet PUBLIC_URL op het https-adres, en laat strict-transport-security door.',
  ],
  notIndexed: ['Zoekmachines nemen niets op.', 'Laat x-robots-tag: noindex door.'],
  noServerName: [
    'De antwoorden verraden geen versie van de proxy.',
    'Zet server_tokens off, of wat bij je proxy past.',
  ],
  noForeignParts: [
    'De pagina haalt niets van elders.',
    'Iets voegt stukken toe aan de pagina. Zet dat uit in de proxy.',
  ],
  polling: [
    'Telefoons kunnen verbinden zonder websocket.',
    'Laat de proxy /socket.io/ ongewijzigd doorsturen, met alle methoden.',
  ],
  websocket: [
    'Telefoons kunnen verbinden met websocket.',
    'Laat de proxy Upgrade en Connection door voor /socket.io/. Zonder werkt alles, maar zwaarder.',
  ],
  pollingQuick: [
    'Het eerste antwoord komt snel door de proxy.',
    'Zet bufferen uit voor /socket.io/ (nginx: proxy_buffering off), en laat regels minstens 60 seconden open.',
  ],
  compressed: ['Pagina’s komen ingepakt aan.', 'De proxy pakt uit of haalt Accept-Encoding weg. Laat dat na.'],
  partsCached: ['Telefoons mogen delen van pagina’s bewaren.', 'Laat cache-control van /assets/ staan.'],
  answersNotCached: ['Antwoorden worden nergens bewaard.', 'Zet de cache van de proxy uit voor /api/.'],
  freeSpace: ['Er is minstens 1 GB vrij.', 'Maak ruimte, of zet DATA_DIR op een grotere schijf.'],
  freeShare: ['Minstens 5% van de schijf is vrij.', 'Maak ruimte: oude logboeken en back-ups eerst.'],
  freeFiles: ['De schijf kan nog bestanden maken.', 'Er zijn te veel kleine bestanden. Ruim ze op.'],
  localDisk: [
    'De gegevens staan op een schijf van deze machine.',
    'Een netwerkschijf of geheugenschijf kan verliezen wat bewaard leek. Verhuis DATA_DIR.',
  ],
  folderOwn: ['Alleen dit account kan in de map met gegevens.', 'chmod 700 op de map, en geef haar aan dit account.'],
  filesOwn: ['Alleen dit account kan de bestanden lezen.', 'chmod 600 op de bestanden in de map.'],
  writeTime: [
    'Schrijven tot op de schijf duurt minder dan 250 ms.',
    'De schijf is traag of vol belast. Kies een snellere.',
  ],
  fullSync: [
    'Wat bevestigd is, staat op de schijf.',
    'Er is aan de opslag veranderd (synchronous). Zet de gewone versie terug.',
  ],
  writeAhead: ['De opslag schrijft eerst in een logboek.', 'Deze schijf kan geen WAL. Kies een lokale schijf.'],
  wiping: [
    'Wat gewist wordt, wordt overschreven.',
    'Er is aan de opslag veranderd (secure_delete). Zet de gewone versie terug.',
  ],
  exclusive: [
    'Geen ander programma kan erbij.',
    'Er is aan de opslag veranderd (locking_mode). Zet de gewone versie terug.',
  ],
  logSize: [
    'Het logboek naast het bestand blijft klein.',
    'Start de server opnieuw. Blijft het groot, kijk dan naar de schijf.',
  ],
  undamaged: ['Geen enkele sessie is beschadigd.', 'Zet een back-up terug: npm run restore. Kijk de schijf na.'],
  keysFile: ['De sleutels zijn er.', 'Zonder keys.db is niets te lezen. Zet de back-up met sleutels terug.'],
  databaseVersion: ['PostgreSQL is 14 of nieuwer.', 'Zet de database op een nieuwere server.'],
  databaseSync: ['De database schrijft op schijf voordat zij dat zegt.', 'Zet fsync aan in postgresql.conf.'],
  databaseCommit: ['Wat bevestigd is, is vastgelegd.', 'Zet synchronous_commit aan.'],
  databasePages: ['De database overleeft stroomuitval.', 'Zet full_page_writes aan in postgresql.conf.'],
  databaseVacuum: [
    'De database ruimt op wat gewist is.',
    'Zet autovacuum aan: anders blijft wat gewist is in haar bestanden staan.',
  ],
  databaseClock: [
    'De klok van de database loopt gelijk met deze machine.',
    'Zet tijdsynchronisatie (NTP) aan, op beide machines.',
  ],
  databaseNear: [
    'De database antwoordt binnen 20 ms.',
    'Zet haar dichterbij: zelfde gebouw, zelfde netwerk. Een antwoord van een telefoon wacht er een paar keer op.',
  ],
  databaseLines: [
    'De database heeft verbindingen over (gevonden: open, wachtend, over).',
    'Verhoog max_connections, of laat andere programma’s er minder gebruiken.',
  ],
  databasePrivate: [
    'Niemand kan meelezen op weg naar de database.',
    'Zet ?sslmode=verify-full achter DATABASE_URL, of de database op deze machine.',
  ],
  databaseKeys: [
    'Geen logboek dat bewaard wordt bevat gewiste sleutels.',
    'Het archief (archive_mode) wel. Zet de sleutels op een server zonder (KEYS_DATABASE_URL), of bewaar het kort.',
  ],
  backupMade: ['Er is een back-up gemaakt.', 'npm run backup -- MAP, en zet dat in een timer.'],
  backupAge: [
    'De laatste back-up is jonger dan twee dagen.',
    'Kijk waarom de timer niet loopt. Maak er nu een: npm run backup.',
  ],
  backupThere: ['De laatste back-up en sleutels staan er nog.', 'Sluit de schijf aan, of maak een nieuwe back-up.'],
  keysFresh: [
    'Geen kopie van de sleutels is ouder dan het laatste wissen.',
    'Sluit de schijf aan: de server schrijft de sleutels dan opnieuw. Bewaar geen oudere kopie.',
  ],
  keysApart: ['De sleutels staan ergens anders dan de back-ups.', 'npm run backup -- MAP --keys ANDERE-MAP'],
  otherDisk: ['De back-up staat op een andere schijf.', 'Kies een map op een andere schijf of machine.'],
  clockPlausible: ['De klok loopt niet achter.', 'Zet tijdsynchronisatie (NTP) aan.'],
  clockForward: ['Geen sessie is van later dan nu.', 'De klok is teruggezet. Zet tijdsynchronisatie (NTP) aan.'],
  retentionRan: ['Elk uur wordt gekeken wat weg moet.', 'Start de server opnieuw. Blijft dit, meld het dan.'],
  nothingOverdue: [
    'Niets staat langer dan beloofd.',
    'Wissen lukt niet: kijk naar schijfruimte en rechten. Wis de sessie met de hand.',
  ],
  keepAtMost: ['Een sessie kan hooguit twee jaar bewaard worden.', 'Zet KEEP_AT_MOST_DAYS op 731 of minder.'],
  nodeVersion: ['Node is 24.15 of nieuwer.', 'npm ci haalt de juiste Node. Start met npm start.'],
  sqliteVersion: ['SQLite is 3.51 of nieuwer.', 'Die komt met Node mee: npm ci.'],
  built: ['De schermen zijn gebouwd.', 'npm run build'],
  scriptsRead: [
    'Alle draaiboeken kunnen gelezen worden.',
    'Verbeter de bestanden in sessions/ die de beginpagina noemt.',
  ],
  notRoot: [
    'De server draait niet als root.',
    'Maak een eigen account voor de server, en geef het de map met gegevens.',
  ],
  secretFilesOwn: [
    'Alleen dit account kan de bestanden met geheime instellingen lezen.',
    'chmod 600 op het bestand, en geef het aan dit account. In een container geldt dat voor het bestand daarbuiten.',
  ],
  noInspector: ['Niemand kan in het programma meekijken.', 'Start zonder --inspect.'],
  noDebug: [
    'Het programma schrijft niets extra’s op.',
    'Zet DEBUG en NODE_DEBUG uit: die schrijven mee wat mensen typen.',
  ],
  passkeysPossible: [
    'Begeleiders kunnen zich met een passkey aanmelden.',
    'Browsers geven passkeys alleen op een naam met https: zie docs/operating.md, HTTPS.',
  ],
  organisationReached: [
    'De organisatie waar begeleiders zich aanmelden antwoordt.',
    'Kijk of OIDC_ISSUER klopt en of de server dat adres bereikt. Het programma probeert het steeds opnieuw.',
  ],
  firstPassphrase: [
    'De eerste begeleider heeft een wachtzin.',
    'Kies er een op de beginpagina, onder Jouw aanmelding. Tot dan laat alleen de sleutel binnen.',
  ],
  fewAdministrators: [
    'Er zijn hooguit vijf beheerders.',
    'Een beheerder kan anderen verwijderen en hun een nieuwe wachtzin geven. Neem dat recht af waar het niet nodig is.',
  ],
  memoryOwn: ['Het programma gebruikt niet te veel geheugen.', 'Start het opnieuw. Groeit het weer, meld het dan.'],
  memoryFree: ['Er is minstens 256 MB geheugen over.', 'Stop andere programma’s, of geef de machine meer geheugen.'],
  loopDelay: [
    'Antwoorden wachten korter dan 200 ms op ander werk.',
    'De machine heeft het te druk. Stop andere programma’s.',
  ],
  openFiles: ['Er kunnen minstens 4096 verbindingen open.', 'Zet LimitNOFILE=65536 in de dienst, of ulimit -n hoger.'],
};
