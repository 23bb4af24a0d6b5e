import type { CommandOf } from '../../../shared/commands.ts';
import { promptOf, stepOf } from '../../../shared/script-queries.ts';
import { actingUnit } from '../../../shared/session/selectors.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import type { Room } from '../room.ts';
import { allDrafts, writeDraft } from './drafts.ts';
import { areSame, hasContent, isWithin, sendable, tooLong, valuesOfAnswer } from './values.ts';

export type Unsent = {
  id: string;
  step: string;
  texts: string[];
  /** When it was written last. */
  at: number;
  /** Nobody else's answer stands there, and it fits. */
  mayBeSent: boolean;
  command: CommandOf<'SubmitAnswer'>;
};

/** What this seat typed on another phone, or on this one before it forgot: the server still has it. */
function draftsElsewhere({ live, keep, seat }: Room): ReturnType<typeof allDrafts> {
  const here = new Set(allDrafts(keep, seat).map(answerIdOf));
  return Object.values(live.drafts).filter((draft) => {
    const answer = get(live.state.answers, answerIdOf(draft));
    return draft.seat === seat.seat && !here.has(answerIdOf(draft)) && draft.at > (answer?.at ?? 0);
  });
}

/** What this seat filled in, with or without words, and that is neither sent nor under way. */
export function unsentOf(room: Room): Unsent[] {
  const { live, keep, seat } = room;
  // Read before the drafts, which are not reactive: what depends on this looks again at each change of these.
  const { state } = live;
  const { pending } = live.outbox;
  return [...allDrafts(keep, seat), ...draftsElsewhere(room)].flatMap((draft) => {
    const step = stepOf(state.script, draft.step);
    const prompt = step && promptOf(step, draft.prompt);
    const id = answerIdOf(draft);
    const values = prompt ? sendable(prompt, draft.values) : draft.values;
    const sent = valuesOfAnswer(state, get(state.answers, id));
    const isUnderWay = pending.some(
      ({ command }) => command.type === 'SubmitAnswer' && answerIdOf(command) === id && areSame(command.values, values),
    );
    if (!hasContent(values) || isUnderWay || (sent && isWithin(values, sent))) return [];
    const { unit, item, base } = draft;
    const seen = base === undefined ? {} : { seen: base };
    const isOurs = Boolean(step && actingUnit(state, step, seat.seat) === unit);
    return [
      {
        ...{ id, step: draft.step, at: draft.at },
        texts: Object.values(values).flatMap((value) => (value.kind === 'text' ? [value.text] : [])),
        mayBeSent: Boolean(prompt && !tooLong(prompt, values) && (isOurs || !sent)),
        command: { type: 'SubmitAnswer', unit, step: draft.step, item, prompt: draft.prompt, values, ...seen },
      },
    ];
  });
}

/** Sends these; true when the server has acknowledged them all. What is refused stays. */
export async function sendUnsent({ live, keep, seat }: Room, unsent: readonly Unsent[]): Promise<boolean> {
  const sent = unsent.map(async ({ command }) => {
    const { ok } = await live.send(command);
    if (ok) writeDraft(keep, seat, command, command.prompt, undefined);
    return ok;
  });
  return (await Promise.all(sent)).every(Boolean);
}
