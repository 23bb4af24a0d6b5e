/**
 * `npm run demo`: a practice session with twelve pairs played by the program, beside two that are over, one of them with
 * a published summary. All of it lives in memory and is gone when it stops.
 */

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { signInUrl, summaryUrl } from '../http/addresses.ts';
import { planSession } from '../http/planning.ts';
import { openLibrary } from '../library/library.ts';
import { stopWith } from '../stop-with.ts';
import { openMemoryStore } from '../store/memory/memory-store.ts';
import { addFinished } from './finished/finished.ts';
import { leadFirstMinute } from './lead.ts';
import { fillRoom } from './room.ts';

const scriptId = 'win-professionele-werkplaatsen';
const pace = 1_000;

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const library = openLibrary([join(import.meta.dirname, '../../sessions')]);
const script = library.find(scriptId) ?? stopWith(`sessions/ has no script ${scriptId}.`);
const app = await buildApp({ config: read.config, store: openMemoryStore(), library });
await app
  .listen()
  .catch(() =>
    stopWith(`Port ${read.config.port} is taken / poort ${read.config.port} is bezet. PORT=3001 npm run demo`),
  );
const { house } = app;

const { published, draft } = await addFinished(house, script);
const teamLink = await house.teamLinks.make(published, 'facilitator', {});

const day = new Date().toISOString().slice(0, 10);
const details = {
  title: 'Oefensessie met twaalf duo’s',
  date: day,
  place: 'Zaal De Linde',
  partner: 'Oefenpartner',
  collaboration: '',
};
const session = await planSession(house, script, { ...details, language: 'nl', pairing: 'automatic' }, 'facilitator');
const host = (await house.hosts.open(session)) ?? stopWith('The practice session could not be opened.');
const { code, secret } = await house.access.entryOf(session);
const here = house.deskOrigin();

console.log(`In gesprek: oefensessie / practice session (in memory, gone after Ctrl+C)
  Begeleider / facilitator   ${signInUrl(here, await house.access.startKey())}
  Doe mee / join             ${house.origin()}   code ${code}
  Samenvatting / summary     ${teamLink ? summaryUrl(here, teamLink.secret) : ''}
  Vergelijk / compare        ${here}/samenvatting#vergelijk=${scriptId}/${draft},${published}   (na aanmelden / once signed in)
  Beide sessies zijn bedacht en al voorbij. Both sessions are invented, and over.
  De eerste minuut leidt het programma; daarna, of zodra je zelf iets doet, leid jij.
  The program leads the first minute; after that, or as soon as you act, you lead.`);

process.on('SIGINT', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
// Four perspectives with enough people each to be shown apart in the summary.
const perspectives = script.perspectives.options.slice(0, 4).map((option) => option.id);
await fillRoom({ origin: `http://127.0.0.1:${app.portOf()}`, entry: secret, pairs: 12, perspectives, pace, wait });
await leadFirstMinute(host, pace, wait);
