import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { firstFacilitator } from './access.ts';
import { buildApp } from './app.ts';
import { mainFile } from './backup/about.ts';
import { readCertificate } from './certificate/certificate.ts';
import { type Config, readConfig } from './config.ts';
import { controlFile } from './control.ts';
import { shownDatabase } from './database-settings.ts';
import { signInUrl } from './http/addresses.ts';
import { openLibrary } from './library/library.ts';
import { buildAdapterWire } from './nodes/adapter-wire.ts';
import { openStore } from './open-store.ts';
import { openSettingFiles } from './setting-files.ts';
import type { Io } from './sockets/gateway.ts';
import { stopWith } from './stop-with.ts';

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));

const { dataDir } = read.config;

function ownCertificate() {
  try {
    return readCertificate(dataDir);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    return stopWith(
      `Cannot use the certificate in ${dataDir}/certificate / kan dat certificaat niet gebruiken: ${why}`,
    );
  }
}

const certificate = ownCertificate();
// Phones that come plainly are sent on to that address: they would be sent there for ever.
if (certificate && read.config.publicUrl?.startsWith('http:')) {
  const https = read.config.publicUrl.replace('http:', 'https:');
  stopWith(
    `With a certificate PUBLIC_URL begins with https / met een certificaat begint PUBLIC_URL met https: ${https}`,
  );
}
// The self-check asks this server itself, by HTTPS.
if (certificate?.issuer) setDefaultCACertificates([...getCACertificates(), certificate.issuer]);
const config: Config = { ...read.config, certificate };

if (config.database && existsSync(join(dataDir, mainFile))) {
  console.error(
    `${dataDir} holds sessions too, which do not take part / bevat ook sessies, die niet meedoen: npm run move -- --to postgres`,
  );
}
const store = await openStore(config);
const library = openLibrary([join(import.meta.dirname, '../sessions')]);
const { database } = config;
/** On a database there may be other nodes. */
const wireOf = database && { wireOf: (io: Io) => buildAdapterWire(io, database.url) };
const app = await buildApp({ config, store, library, ...wireOf });
const { house } = app;

try {
  await app.listen();
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  await app.close();
  stopWith(
    code === 'EADDRINUSE'
      ? `Port ${config.port} is taken / poort ${config.port} is bezet. Choose another: PORT=3001 npm start`
      : `Cannot listen on ${config.host}:${config.port} (${String(code)})`,
  );
}

const here = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : new URL(house.origin()).hostname}:${app.portOf()}`;
const control = join(config.dataDir, controlFile);
rmSync(control, { force: true });
writeFileSync(control, JSON.stringify({ url: here, secret: app.controlSecret }), { mode: 0o600 });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  rmSync(control, { force: true });
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

const desk = house.deskOrigin();
/** With a passphrase nobody needs a key, and what is printed may be kept for long (a service's journal). */
const hasPassphrase = (await house.store.facilitators()).some(
  ({ id, passphrase }) => id === firstFacilitator && passphrase !== null,
);
const door = hasPassphrase ? `${desk}/bureau` : signInUrl(desk, await house.access.startKey());
console.log(`In gesprek
  Begeleider / facilitator   ${door}
  Telefoons / phones         ${house.origin()}
  Gegevens / data            ${config.database ? shownDatabase(config.database) : resolve(config.dataDir)}
  Stoppen / stop             Ctrl+C`);
for (const name of openSettingFiles(process.env) ?? [])
  console.warn(`${name}: iedereen op deze machine kan dit lezen / everybody on this machine can read it. chmod 600`);
