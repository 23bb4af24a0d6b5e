import type { GrantKind } from '../access.ts';
import { joinCodeIn, newJoinCode, newJoinSecret, newSecret } from '../secrets.ts';
import { SecretTaken } from '../store/errors.ts';
import type { Grant, Store } from '../store/store.ts';
import { buildGuesses, type GuessLimits } from './guesses.ts';
import type { Homes } from './homes.ts';
import { areLettersOf, passIn, passOf } from './second-step.ts';

type Parts = {
  store: Store;
  clock: () => number;
  homes: Homes;
  codes: ReturnType<typeof buildGuesses>;
  grant: (secret: string, kinds: readonly GrantKind[]) => Promise<Grant | undefined>;
  give: (
    kind: GrantKind,
    session: string,
    subject: string,
    secret: string,
    terms: { terms: string | null },
  ) => Promise<unknown>;
};

/** `letters`: the secret from which the wall's letters are made; null while nobody is asked for them. */
export type Entry = { code: string; secret: string; letters: string | null };
/** What an entry leads to. `typed`: by the code of six letters; `passed`: by a pass, which the second step gave. */
export type Entered = { session: string; typed: boolean; passed: boolean } | 'wrong' | 'tooFast';

/** For the wall's letters, per session: docs/decisions/029 says what these figures are worth. */
const letterLimits: GuessLimits = { own: { burst: 10, aMinute: 1 }, all: { burst: 20, aMinute: 1, kept: 10 } };

const sessionIn = ({ session }: Grant): string | null => session;
const isOpenGrant = (found: Grant | undefined): found is Grant & { session: string } =>
  found !== undefined && found.session !== null;

/** The way in to a session for who has no seat yet: its code, the QR code's secret, and where it is asked a second step. */
export function buildEntries({ store, clock, homes, codes, grant, give }: Parts) {
  const lettersGuesses = new Map<string, ReturnType<typeof buildGuesses>>();
  /** One change at a time, or two desks would leave two codes behind. */
  let changing: Promise<unknown> = Promise.resolve();

  const known = async (kind: 'code' | 'join', session: string): Promise<Grant | undefined> =>
    (await store.grants({ session, kind })).at(-1);

  /** A code and a QR secret are shown to the whole room: their grants hold them readable, so that a desk can show them again. */
  async function make(kind: 'code' | 'join', session: string, terms: string | null = null): Promise<string> {
    for (;;) {
      const secret = kind === 'code' ? newJoinCode() : newJoinSecret();
      try {
        await give(kind, session, secret, secret, { terms });
        return secret;
      } catch (error) {
        if (!(error instanceof SecretTaken)) throw error;
      }
    }
  }

  /** One after another. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = changing.then(work);
    changing = done.catch(() => undefined);
    return done;
  }

  /** The secret of the letters, where this session asks for them. */
  const lettersOf = async (session: string): Promise<string | null> => (await known('code', session))?.terms ?? null;

  return {
    /** The session's code to type and its QR secret; made when first asked for. */
    entryOf: (session: string): Promise<Entry> =>
      inTurn(async () => ({
        code: (await known('code', session))?.subject ?? (await make('code', session)),
        secret: (await known('join', session))?.subject ?? (await make('join', session)),
        letters: await lettersOf(session),
      })),

    /** Another code and another QR secret; nobody comes in by the old ones any more, and no pass given for them counts. */
    changeEntry: (session: string): Promise<void> =>
      inTurn(async () => {
        const old = [
          ...(await store.grants({ session, kind: 'code' })),
          ...(await store.grants({ session, kind: 'join' })),
        ];
        const isAsked = (await lettersOf(session)) !== null;
        for (const { id } of old) await store.revokeGrants({ id });
        await make('code', session, isAsked ? newSecret() : null);
        await make('join', session);
        // Two nodes may have done so at once: of each the last one stays.
        for (const kind of ['code', 'join'] as const) {
          const made = await store.grants({ session, kind });
          for (const { id } of made.slice(0, -1)) await store.revokeGrants({ id });
        }
      }),

    /** From now on whoever is new also types what the wall shows, or no longer. */
    askLetters: (session: string, asked: boolean): Promise<void> =>
      inTurn(async () => {
        const code = await known('code', session);
        if (!code || (code.terms !== null) === asked) return;
        await store.renewGrant(code.id, { expiresAt: code.expiresAt, terms: asked ? newSecret() : null });
      }),

    /**
     * The session behind a typed code (limited) or a QR secret (too long to guess, so never held up). A code of a session
     * that is not `open` is as wrong as one that leads nowhere: nobody learns which codes there are.
     */
    async enter(entry: string, address: string, open: (session: string) => Promise<boolean>): Promise<Entered> {
      const pass = passIn(entry);
      if (pass) {
        const letters = await lettersOf(pass.session);
        return letters !== null && pass.isRight(letters, clock())
          ? { session: pass.session, typed: false, passed: true }
          : 'wrong';
      }
      const code = joinCodeIn(entry);
      if (code === undefined) {
        const found = await grant(entry.trim(), ['join']);
        return isOpenGrant(found) ? { session: found.session, typed: false, passed: false } : 'wrong';
      }
      const look = async () => {
        const found = await grant(code, ['code']);
        return isOpenGrant(found) && (await open(found.session)) ? found : undefined;
      };
      const found = await codes.attempt(address, look, sessionIn);
      return typeof found === 'string' ? found : { session: found.session ?? '', typed: true, passed: false };
    },

    /** The second step: null where none is asked; a pass where these are the wall's letters. */
    async secondStep(
      session: string,
      typed: string | undefined,
      address: string,
    ): Promise<string | null | 'asked' | 'tooFast'> {
      const letters = await lettersOf(session);
      if (letters === null) return null;
      if (typed === undefined) return 'asked';
      const guesses = lettersGuesses.get(session) ?? buildGuesses(clock, homes, letterLimits);
      lettersGuesses.set(session, guesses);
      const look = async () => (areLettersOf(letters, typed, clock()) ? passOf(letters, session, clock()) : undefined);
      const found = await guesses.attempt(address, look, () => session);
      return found === 'wrong' ? 'asked' : found;
    },
  };
}
