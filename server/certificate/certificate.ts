import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the data folder; who has a certificate of an authority puts it there under the same names. */
export const certificateFolder = (dataDir: string): string => join(dataDir, 'certificate');
/** `issuer`: only where `npm run certificate` made it. */
export const certificateFiles = { certificate: 'certificate.pem', key: 'key.pem', issuer: 'issuer.crt' } as const;

/** How the issuer of a certificate that was made here is called. */
export const issuerPrefix = 'In gesprek (';

/** PEM, all of it. */
export type Certificate = { certificate: string; key: string; issuer: string | undefined };

/** What this server speaks HTTPS with; undefined: it has none, and speaks HTTP. Throws with one sentence where it cannot be used. */
export function readCertificate(dataDir: string): Certificate | undefined {
  const folder = certificateFolder(dataDir);
  const [chain, key, issuer] = Object.values(certificateFiles).map((name) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  });
  if (chain === undefined && key === undefined) return undefined;
  if (chain === undefined || key === undefined) throw new Error('it needs both certificate.pem and key.pem');
  const own = new X509Certificate(chain);
  if (!own.checkPrivateKey(createPrivateKey(key))) throw new Error('key.pem does not fit certificate.pem');
  return { certificate: chain, key, issuer };
}
