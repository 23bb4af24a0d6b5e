/**
 * `npm run certificate -- [NAMES]`: a certificate of this server's own, for a network without one of an authority. It lies
 * in the data folder; the server speaks HTTPS with it from its next start on.
 */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { stopWith } from '../stop-with.ts';
import { certificateFiles, certificateFolder } from './certificate.ts';
import { makeCertificate } from './make-certificate.ts';

/** By what names phones on this network may reach this machine. */
function ownNames(): string[] {
  const name = hostname()
    .toLowerCase()
    .replace(/\.local$/, '');
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const reachable = addresses.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return [`${name}.local`, name, ...reachable.map(({ address }) => address)];
}

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const typed = process.argv.slice(2);
const wrong = typed.find((name) => !/^[A-Za-z0-9.:-]{1,253}$/.test(name));
if (wrong !== undefined) stopWith(`${wrong}: this is no name or address / dit is geen naam of adres.`);

const folder = certificateFolder(read.config.dataDir);
const fileOf = (name: keyof typeof certificateFiles) => join(folder, certificateFiles[name]);
if (existsSync(fileOf('certificate')) && !existsSync(fileOf('issuer'))) {
  stopWith(`${folder} holds a certificate that was not made here / bevat een certificaat dat niet hier is gemaakt.`);
}
const names = [...new Set([...(typed.length > 0 ? typed : ownNames()), 'localhost', '127.0.0.1'])];
const made = await makeCertificate(names, Date.now());
try {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['key', 'certificate', 'issuer'] as const) {
    writeFileSync(fileOf(name), made[name], { mode: 0o600 });
    chmodSync(fileOf(name), 0o600);
  }
} catch (error) {
  stopWith(`${folder}: ${error instanceof Error ? error.message : 'cannot be written / kan niet worden geschreven'}`);
}
console.log(`Certificate / certificaat
  For / voor               ${names.join(', ')}
  Until / tot              ${new Date(made.until).toISOString().slice(0, 10)}
  In                       ${folder}
  To trust / te vertrouwen ${fileOf('issuer')}
  SHA-256                  ${made.fingerprint}
Start the server anew: it speaks HTTPS now (a PUBLIC_URL that you give begins with https://).
Start de server opnieuw: hij spreekt nu HTTPS (een PUBLIC_URL die je meegeeft begint met https://).`);
