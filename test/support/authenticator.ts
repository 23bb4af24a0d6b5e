/** A device with passkeys, in software: what a browser would send for it (WebAuthn level 3), also where it should not. */
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64 = (data: Buffer) => data.toString('base64url');

/** As much of CBOR (RFC 8949) as an attestation without a statement needs. */
function cbor(value: number | string | Buffer | Map<number | string, unknown> | object): Buffer {
  const head = (major: number, size: number): Buffer =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, one]) => [cbor(key), cbor(one as object)])]);
}

type Asked = { challenge: string; origin: string; rpId: string };
type Signing = Asked & { isVerified?: boolean; counter?: number };
export type SoftPasskey = ReturnType<typeof newPasskey>;

/** One passkey. `counter`: how often it says that it was used; 0: it does not count. */
export function newPasskey(userHandle: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return passkeyOf(
    randomBytes(16),
    createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicKey,
    userHandle,
  );
}

function passkeyOf(credential: Buffer, privateKey: KeyObject, publicKey: KeyObject, userHandle: string) {
  const id = base64(credential);
  const common = { id, rawId: id, type: 'public-key' };
  const clientData = (type: string, { challenge, origin }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  function authData({ rpId, isVerified = true, counter = 0 }: Signing, attested = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    // Present; verified; can be kept for other devices, and is; says which key.
    const flags = 0x01 | (isVerified ? 0x04 : 0) | 0x08 | 0x10 | (attested.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]);
  }

  return {
    id,
    userHandle,
    /** Answers `navigator.credentials.create`. */
    register(asked: Signing) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const [first, second] = [x, y].map((part) => Buffer.from(part, 'base64url'));
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, first],
        [-3, second],
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, cbor(key)]);
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', {}],
          ['authData', authData(asked, attested)],
        ]),
      );
      const clientDataJSON = base64(clientData('webauthn.create', asked));
      return {
        ...common,
        response: { clientDataJSON, attestationObject: base64(attestation), transports: ['internal'] },
      };
    },
    /** Answers `navigator.credentials.get`. */
    show(asked: Signing) {
      const [data, client] = [authData(asked), clientData('webauthn.get', asked)];
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const proof = { clientDataJSON: base64(client), authenticatorData: base64(data), signature: base64(signature) };
      return { ...common, response: { ...proof, userHandle } };
    },
  };
}
