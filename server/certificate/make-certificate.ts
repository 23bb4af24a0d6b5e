import { isIP } from 'node:net';
import 'reflect-metadata'; // what x509's own parts are found by
import * as x509 from '@peculiar/x509';
import { issuerPrefix } from './certificate.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Phones refuse a certificate that counts for longer (Apple, support.apple.com/103769: 398 days). */
const lifeInDays = 397;
const day = 86_400_000;

const nameOf = (value: string): x509.JsonGeneralName => ({ type: isIP(value) ? 'ip' : 'dns', value });
const pair = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** `certificate` and `key`: what the server speaks with (PEM); `issuer`: what a device has to trust. */
export type Made = { certificate: string; key: string; issuer: string; until: number; fingerprint: string };

/**
 * A certificate for these names and addresses, by an issuer made for it alone, whose key is forgotten here: nothing else
 * can ever be signed with it, so that trusting it lets nobody else in.
 */
export async function makeCertificate(names: readonly string[], now: number): Promise<Made> {
  const life = { notBefore: new Date(now - day), notAfter: new Date(now + lifeInDays * day) };
  const [issuing, serving] = [await pair(), await pair()];
  const issuerName = `CN=${issuerPrefix}${names[0]})`;
  const issuer = await x509.X509CertificateGenerator.createSelfSigned({
    ...life,
    name: issuerName,
    keys: issuing,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(issuing.publicKey),
    ],
  });
  const own = await x509.X509CertificateGenerator.create({
    ...life,
    subject: `CN=${names[0]}`,
    issuer: issuerName,
    publicKey: serving.publicKey,
    signingKey: issuing.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map(nameOf)),
      await x509.AuthorityKeyIdentifierExtension.create(issuing.publicKey),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', serving.privateKey)).toString('base64');
  return {
    certificate: `${own.toString('pem')}\n${issuer.toString('pem')}\n`,
    key: `-----BEGIN PRIVATE KEY-----\n${key.replace(/(.{64})/g, '$1\n').trim()}\n-----END PRIVATE KEY-----\n`,
    issuer: `${issuer.toString('pem')}\n`,
    until: life.notAfter.getTime(),
    fingerprint: Buffer.from(await issuer.getThumbprint('SHA-256')).toString('hex'),
  };
}
