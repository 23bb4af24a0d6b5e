/** `npm run restore -- FOLDER`: puts back a backup (or the newest in a folder of them) with its keys; the server is stopped. */
import { readConfig } from '../config.ts';
import { stopWith } from '../stop-with.ts';
import { inSessions } from './about.ts';
import { restoreLine } from './dump-words.ts';
import { type Restored, restore } from './restore.ts';
import { typedFolders } from './typed.ts';

type Refused = Extract<Restored, { ok: false }>;

function inWords(refused: Refused): string {
  const { what } = refused;
  switch (refused.why) {
    case 'notABackup':
      return `${what} is not a backup of In gesprek / is geen back-up van In gesprek.`;
    case 'newer':
      return `${what} was made by a newer version / is door een nieuwere versie gemaakt. Restore it with that one / zet het terug met die versie.`;
    case 'changed':
      return `${what} is not as it was made: damaged or incomplete / is beschadigd of niet compleet. Take another backup / neem een andere back-up.`;
    case 'noKeys':
      return `The keys are missing / de sleutels ontbreken: ${what}. Say where they are / zeg waar ze zijn: --keys FOLDER`;
    case 'keysDamaged':
      return `${what} holds no keys, or is damaged / bevat geen sleutels, of is beschadigd.`;
    case 'inUse':
      return `In gesprek is running with ${what} / draait met deze map. Stop it first / stop het eerst.`;
    case 'wouldOverwrite': {
      const count = refused.sessions === null ? 'unreadable data / onleesbare gegevens' : inSessions(refused.sessions);
      return `${what} already holds ${count}, which would be lost / gaan verloren. To replace them / om ze te vervangen: --replace`;
    }
  }
}

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
if (read.config.database) stopWith(restoreLine(read.config.database));
const typed =
  typedFolders({ mayReplace: true }) ??
  stopWith('Say what to restore / zeg wat terug moet: npm run restore -- FOLDER [--keys FOLDER] [--replace]');

const restored = await restore({ ...typed, dataDir: read.config.dataDir }).catch((error: unknown) =>
  stopWith(`Could not restore / terugzetten is niet gelukt: ${error instanceof Error ? error.message : ''}`),
);
if (!restored.ok) stopWith(inWords(restored));
const { about, sessions, deleted, damaged, lost } = restored;
console.log(`Restored / teruggezet   ${inSessions(sessions)}, as of / van ${about.madeAt}`);
if (deleted > 0) console.log(`Deleted since, and left out / sindsdien gewist, en weggelaten   ${deleted}`);
for (const one of damaged) console.log(`Damaged / beschadigd   ${one}`);
for (const one of lost) console.log(one);
console.log(`Now start the server; phones send again what they still hold.
Start nu de server; telefoons sturen opnieuw wat zij nog hebben.
Links and invitations that were withdrawn since work again / ingetrokken links en uitnodigingen werken weer: look / kijk na.`);
