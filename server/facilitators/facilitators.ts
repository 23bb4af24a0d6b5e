import {
  type AccountProblem,
  lengthProblem,
  maxFacilitatorName,
  nameKeyOf,
  passphraseIn,
} from '../../shared/passphrase.ts';
import { isTooLong, normaliseText } from '../../shared/text.ts';
import { type Access, firstFacilitator } from '../access.ts';
import { newId } from '../live/hosts.ts';
import { type Cost, fitsPassword, hashPassword, nobodysPassword } from '../passwords.ts';
import { NameTaken } from '../store/errors.ts';
import type { Facilitator, Grant, Store } from '../store/store.ts';
import type { Acts } from './acts.ts';
import { areAlike, mixesScripts } from './alike-names.ts';
import { isCommonPassphrase } from './common-passphrases.ts';
import { buildSignInLimits } from './sign-in-limits.ts';

type Typed = { name: string; passphrase: string };
/** Without a passphrase: who comes in by an organisation. */
type Chosen = { name: string; passphrase: string | null };
/** `by`: who made the link; `for`: whose it is, null of somebody new. */
export type WelcomeTerms = { by: string; for: string | null; administrator: boolean };
export const termsOfWelcome = ({ terms }: Grant): WelcomeTerms => JSON.parse(terms ?? '{}') as WelcomeTerms;

export type Facilitators = ReturnType<typeof buildFacilitators>;

/** Who the facilitators of this server are, how they come in, and how they get another passphrase. */
export function buildFacilitators(store: Store, access: Access, acts: Acts, clock: () => number, cost: Cost) {
  const limits = buildSignInLimits(clock);
  const named = async (name: string) =>
    (await store.facilitators()).find((one) => one.nameKey !== '' && one.nameKey === nameKeyOf(name));

  /** The first one is there from the first start on, nameless; folders from before there were others get theirs here. */
  async function ensureFirst(): Promise<void> {
    if (await store.facilitator(firstFacilitator)) return;
    const blank = { id: firstFacilitator, name: '', nameKey: '', passphrase: null };
    await store.saveFacilitator({ ...blank, administrator: true, createdAt: clock() });
  }

  /** What is wrong with a new name or passphrase; a name is its owner's, unless it is taken. */
  async function problemWith({ name, passphrase }: Chosen, id: string): Promise<AccountProblem | null> {
    if (nameKeyOf(name) === '') return 'noName';
    if (isTooLong(name, maxFacilitatorName)) return 'nameLong';
    const all = await store.facilitators();
    const isOwn = all.some((one) => one.id === id && one.nameKey === nameKeyOf(name));
    if (!isOwn && mixesScripts(name)) return 'nameMixed';
    if (!isOwn && isAnothers(all, name, id)) return 'nameTaken';
    if (passphrase === null) return null;
    return lengthProblem(passphrase) ?? ((await isCommonPassphrase(passphrase, name)) ? 'common' : null);
  }

  const isAnothers = (all: readonly Facilitator[], name: string, id: string): boolean =>
    all.some((one) => one.id !== id && one.nameKey !== '' && areAlike(one.name, name));

  /** Two at once may choose names that look alike: one after another, so that the second hears it. */
  let choosing: Promise<unknown> = Promise.resolve();
  function unlessTaken<T>(saving: () => Promise<T>, name: string, id: string): Promise<T | 'nameTaken'> {
    const done = choosing.then(() => savedUnlessTaken(saving, name, id));
    choosing = done.catch(() => undefined);
    return done;
  }
  async function savedUnlessTaken<T>(saving: () => Promise<T>, name: string, id: string): Promise<T | 'nameTaken'> {
    const all = await store.facilitators();
    const isOwn = all.some((one) => one.id === id && one.nameKey === nameKeyOf(name));
    if (!isOwn && isAnothers(all, name, id)) return 'nameTaken';
    try {
      return await saving();
    } catch (error) {
      if (error instanceof NameTaken) return 'nameTaken';
      throw error;
    }
  }
  /** Guesses at one's own screen count too. */
  async function isPassphraseOf({ id, passphrase }: Facilitator, typed: string): Promise<boolean> {
    const attempt = limits.beginOwn(id);
    if (!passphrase || !attempt || !(await fitsPassword(passphraseIn(typed), passphrase, true))) return false;
    attempt.right();
    return true;
  }
  const cleanName = (name: string) => normaliseText(name).replace(/\s+/gu, ' ');
  const clean = ({ name, passphrase }: Typed): Typed => ({
    name: cleanName(name),
    passphrase: passphraseIn(passphrase),
  });

  return {
    ensureFirst,
    named,
    isPassphraseOf,
    forget: limits.forget,
    remember: (facilitator: Facilitator, address: string) => limits.remember(facilitator.nameKey, address),

    /**
     * Whose name and passphrase these are. As long for a name that is not there as for a wrong passphrase, and the same
     * answer. `device`: what shows that this browser was theirs before.
     */
    async signIn(typed: Typed, address: string, device: string): Promise<Facilitator | 'wrong' | 'tooFast'> {
      const { name, passphrase } = clean(typed);
      const found = await named(name);
      const before = await access.deviceGrant(device);
      const isTheirs = before !== undefined && before.subject === found?.id;
      const attempt = limits.begin(nameKeyOf(name), address, isTheirs ? before.id : undefined);
      if (!attempt) return 'tooFast';
      const fits = await fitsPassword(passphrase, found?.passphrase ?? nobodysPassword(cost), attempt.isKnown);
      if (!found?.passphrase || !fits) {
        await acts.count(found?.id ?? null, 'signInFailed');
        return 'wrong';
      }
      // That took a while: another may have been chosen meanwhile.
      if ((await store.facilitator(found.id))?.passphrase !== found.passphrase) return 'wrong';
      attempt.right();
      limits.remember(found.nameKey, address);
      return found;
    },

    /** `mayDoWithout`: the passphrase of now need not be given. */
    async choosePassphrase(
      id: string,
      typed: Typed,
      current: string | undefined,
      mayDoWithout: boolean,
    ): Promise<AccountProblem | null> {
      const facilitator = await store.facilitator(id);
      if (!facilitator) return 'unknown';
      const { name, passphrase } = clean(typed);
      if (facilitator.passphrase && !mayDoWithout && !(await isPassphraseOf(facilitator, current ?? '')))
        return 'wrong';
      const problem = await problemWith({ name, passphrase }, id);
      if (problem) return problem;
      const chosen = { name, nameKey: nameKeyOf(name), passphrase: await hashPassword(passphrase, cost) };
      // Whoever was removed meanwhile stays so.
      const saved = await unlessTaken(() => store.changeFacilitator(id, chosen), name, id);
      if (saved === 'nameTaken') return saved;
      if (!saved) return 'unknown';
      await acts.note(id, 'passphraseChosen');
      return null;
    },

    /** A link for somebody new, or for who lost their passphrase: an earlier one for the same person ends. */
    async invite(terms: WelcomeTerms): Promise<{ secret: string; grant: Grant }> {
      const earlier = terms.for === null ? [] : await store.grants({ kind: 'welcome', subject: terms.for });
      for (const { id } of earlier) await store.revokeGrants({ id });
      return access.giveWelcome(terms.for ?? '', JSON.stringify(terms));
    },

    /** Who may come in by this link; `facilitator` null: somebody new. Undefined: the link does not count. */
    async look(invitation: string): Promise<{ grant: Grant; facilitator: Facilitator | null } | undefined> {
      const grant = await access.grant(invitation, ['welcome']);
      if (!grant) return undefined;
      const { for: id, by } = termsOfWelcome(grant);
      if (!(await store.facilitator(by))?.administrator) return undefined;
      if (id === null) return { grant, facilitator: null };
      const facilitator = await store.facilitator(id);
      return facilitator && { grant, facilitator };
    },

    /** Comes in, by a link where there is one, which is spent only where nothing stands in the way. */
    async accept(
      { grant, facilitator: back }: { grant: Grant | null; facilitator: Facilitator | null },
      typed: Chosen,
    ): Promise<{ problem: AccountProblem } | { facilitator: Facilitator } | undefined> {
      const name = cleanName(typed.name);
      const passphrase = typed.passphrase === null ? null : passphraseIn(typed.passphrase);
      const id = back?.id ?? newId();
      const problem = await problemWith({ name, passphrase }, id);
      if (problem) return { problem };
      const hash = passphrase === null ? null : await hashPassword(passphrase, cost);
      const chosen = { name, nameKey: nameKeyOf(name), passphrase: hash };
      // Spent before it is used: of two at once one comes in.
      if (grant && (await store.revokeGrants({ id: grant.id })) === 0) return undefined;
      const administrator = grant !== null && termsOfWelcome(grant).administrator;
      const made = { id, administrator, createdAt: clock(), ...chosen };
      const facilitator = await unlessTaken(
        () => (back ? store.changeFacilitator(id, chosen) : store.saveFacilitator(made).then(() => made)),
        name,
        id,
      );
      return facilitator === 'nameTaken' ? { problem: facilitator } : facilitator && { facilitator };
    },
  };
}
