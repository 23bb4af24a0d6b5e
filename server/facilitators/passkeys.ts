import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type * as z from 'zod/mini';
import {
  maxPasskeys,
  type PasskeyRow,
  type passkeyAddRequest,
  type passkeySignInRequest,
} from '../../shared/passkeys.ts';
import type { AccountProblem } from '../../shared/passphrase.ts';
import type { Access } from '../access.ts';
import { hashOf, newSecret } from '../secrets.ts';
import type { Credential, Facilitator, Store } from '../store/store.ts';
import type { PasskeyPlace } from './passkey-place.ts';
import { buildPending } from './pending.ts';

/** Read when somebody first uses one. */
const library = () => import('@simplewebauthn/server');
/** ES256, EdDSA, RS256: what devices have; those of after quantum computers Node has for trying out only. */
const algorithms = [-7, -8, -257];
const fiveMinutes = 5 * 60_000;

type Facts = {
  /** As the browser names it. */
  credential: string;
  publicKey: string;
  counter: number;
  transports: string[];
  synced: boolean;
};
const factsOf = ({ facts }: Credential): Facts => JSON.parse(facts) as Facts;

/** What an authenticator knows a facilitator by: the same each time, and nothing that says who. */
const handleOf = ({ id, createdAt }: Facilitator): string => hashOf(`passkey\n${id}\n${createdAt}`);

type Begun = { challenge: string; place: PasskeyPlace; facilitator: string | null };

/** Facilitators' passkeys: made for this host, checked with a challenge that counts once, for five minutes, in one browser. */
export function buildPasskeys(store: Store, access: Access, clock: () => number) {
  const begun = buildPending<Begun>(store, access, clock, fiveMinutes);
  const of = (facilitator: string) => store.credentials({ kind: 'passkey', facilitator });

  /** What was begun by this secret, at this place, for this facilitator (null: for signing in). */
  async function taken(
    secret: string | undefined,
    place: PasskeyPlace,
    facilitator: string | null,
  ): Promise<string | undefined> {
    const found = await begun.take(secret);
    const fits = found?.place.origin === place.origin && found.facilitator === facilitator;
    return fits ? found.challenge : undefined;
  }
  const expected = (challenge: string, { rpId, origin }: PasskeyPlace) => ({
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
  });

  return {
    async beginAdding(facilitator: Facilitator, place: PasskeyPlace): Promise<{ secret: string; options: object }> {
      const { generateRegistrationOptions } = await library();
      const challenge = newSecret();
      const known = (await of(facilitator.id)).map(factsOf);
      const options = await generateRegistrationOptions({
        rpName: 'In gesprek',
        rpID: place.rpId,
        userName: facilitator.name || 'In gesprek',
        userDisplayName: facilitator.name,
        userID: Uint8Array.from(Buffer.from(handleOf(facilitator), 'base64url')),
        challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
        // Which make of device it is, is nothing that this server wants to know.
        attestationType: 'none',
        excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        supportedAlgorithmIDs: algorithms,
        timeout: fiveMinutes,
      });
      return { secret: await begun.add({ challenge, place, facilitator: facilitator.id }), options };
    },

    async add(
      { id }: Facilitator,
      secret: string | undefined,
      place: PasskeyPlace,
      { name, response }: z.infer<typeof passkeyAddRequest>,
    ): Promise<AccountProblem | null> {
      const challenge = await taken(secret, place, id);
      if (challenge === undefined) return 'notProven';
      if ((await of(id)).length >= maxPasskeys) return 'taken';
      const { verifyRegistrationResponse } = await library();
      const given: RegistrationResponseJSON = { ...response, clientExtensionResults: {} } as RegistrationResponseJSON;
      const { registrationInfo } = await verifyRegistrationResponse({
        response: given,
        supportedAlgorithmIDs: algorithms,
        ...expected(challenge, place),
      })
        // It throws at whatever does not fit.
        .catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) return 'notProven';
      const { credential, credentialBackedUp } = registrationInfo;
      const facts: Facts = {
        credential: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: response.response.transports ?? [],
        synced: credentialBackedUp,
      };
      const added = { id: hashOf(credential.id), kind: 'passkey', facilitator: id, name, usedAt: null } as const;
      const isNew = await store.addCredential({ ...added, createdAt: clock(), facts: JSON.stringify(facts) });
      return isNew ? null : 'taken';
    },

    async beginSignIn(place: PasskeyPlace): Promise<{ secret: string; options: object }> {
      const { generateAuthenticationOptions } = await library();
      const challenge = newSecret();
      const options = await generateAuthenticationOptions({
        rpID: place.rpId,
        challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
        userVerification: 'required',
        timeout: fiveMinutes,
      });
      return { secret: await begun.add({ challenge, place, facilitator: null }), options };
    },

    /** Whose passkey it is, where all is right. */
    async signIn(
      secret: string | undefined,
      place: PasskeyPlace,
      { response }: z.infer<typeof passkeySignInRequest>,
    ): Promise<Facilitator | undefined> {
      const challenge = await taken(secret, place, null);
      const [known] = await store.credentials({ kind: 'passkey', id: hashOf(response.id) });
      const facilitator = known && (await store.facilitator(known.facilitator));
      if (challenge === undefined || !facilitator) return undefined;
      if (response.response.userHandle !== handleOf(facilitator)) return undefined;
      const facts = factsOf(known);
      const { verifyAuthenticationResponse } = await library();
      const given = { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON;
      const credential = {
        id: facts.credential,
        publicKey: Uint8Array.from(Buffer.from(facts.publicKey, 'base64url')),
        counter: facts.counter,
      };
      const proof = await verifyAuthenticationResponse({ response: given, credential, ...expected(challenge, place) })
        // It throws at whatever does not fit, also at a counter that went back.
        .catch(() => ({ verified: false as const, authenticationInfo: undefined }));
      if (!proof.verified || !proof.authenticationInfo) return undefined;
      const { newCounter: counter, credentialBackedUp: synced } = proof.authenticationInfo;
      const used = { usedAt: clock(), facts: JSON.stringify({ ...facts, counter, synced }) };
      // Removed in the meantime: then it lets nobody in.
      return (await store.renewCredential(known.id, used)) ? facilitator : undefined;
    },

    list: async (facilitator: string): Promise<PasskeyRow[]> =>
      (await of(facilitator)).map((one) => ({
        ...{ id: one.id, name: one.name, since: one.createdAt, usedAt: one.usedAt },
        synced: factsOf(one).synced,
      })),
  };
}
