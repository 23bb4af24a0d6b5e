import type * as z from 'zod/mini';
import type { planRequest } from '../../shared/api.ts';
import type { ItemSet, Script } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { maxNotice } from '../../shared/session/decide/consent.ts';
import { plan } from '../../shared/session/decide.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { isTooLong } from '../../shared/text.ts';
import { keepAtMostOf } from '../config.ts';
import { hashOfScript } from '../exports/script-hash.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import { fillInOf } from '../scripts/script-choice.ts';
import { refuse } from './answer.ts';

type PlanRequest = z.infer<typeof planRequest>;
export type PlannedDetails = Pick<
  PlanRequest,
  'language' | 'title' | 'date' | 'place' | 'partner' | 'collaboration' | 'pairing' | 'purpose' | 'contact' | 'research'
>;

const maxDetail = 200;

/** A script may have a longer title than a session. */
function titleFrom(script: Script, language: PlanRequest['language']): string {
  const title = say(script.title, language);
  return isTooLong(title, maxDetail) ? `${[...title].slice(0, maxDetail - 1).join('')}…` : title;
}

/** The script with the typed-in items in their sets; refused where they are too many, too few or too long. */
export function filledIn(script: Script, fillIns: PlanRequest['fillIns']): Script {
  const unknown = Object.keys(fillIns).some((id) => !script.itemSets.some((set) => set.id === id && fillInOf(set)));
  if (unknown) refuse('doesNotFit');
  const itemSets = script.itemSets.map((set): ItemSet => {
    const limits = fillInOf(set);
    if (!limits) return set;
    const lines = (fillIns[set.id] ?? []).filter((line) => line !== '');
    if (lines.length < limits.min) refuse('nothingWritten');
    if (lines.length > limits.max) refuse('doesNotFit');
    if (lines.some((line) => isTooLong(line, limits.maxLength))) refuse('textTooLong');
    const { fillIn: _, fromSummary: _from, ...rest } = set;
    return { ...rest, items: lines.map((line, i) => ({ id: `item-${i + 1}`, text: { nl: line, en: line } })) };
  });
  return { ...script, itemSets };
}

/** A new session's log, with its code and QR secret. */
export async function planSession(
  { store, access, acts, clock, config }: House,
  prepared: Script,
  details: PlannedDetails,
  owner: string,
  session = newId(),
): Promise<string> {
  // Phones promise the script's days: no more than the operator allows.
  const keepDays = Math.min(prepared.privacy.keepDays, keepAtMostOf(config));
  const script = { ...prepared, privacy: { ...prepared.privacy, keepDays } };
  const title = details.title || titleFrom(script, details.language);
  const words = [title, details.place, details.partner, details.collaboration];
  if (words.some((word) => isTooLong(word, maxDetail))) refuse('textTooLong');
  const { purpose = '', contact = '', research = false } = details;
  if (isTooLong(purpose, maxNotice) || isTooLong(contact, maxNotice)) refuse('textTooLong');
  const now = clock();
  const notice = { purpose, contact, research };
  const planned = { ...details, title, session, script, scriptHash: hashOfScript(script), notice };
  const decision = plan(initialState(), planned, { newId });
  if (!decision.ok) refuse(decision.refusal.reason);
  const events = decision.events.map((event) => ({ ...event, at: now, by: `desk:${owner}` }));
  await store.append(session, 0, [{ commandId: null, data: null, events, erase: [] }], owner);
  await access.entryOf(session);
  await acts.note(owner, 'sessionMade', { session });
  return session;
}
