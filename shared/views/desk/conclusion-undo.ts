/** What takes back an act on a conclusion, while it is as that act left it: what another desk did since stays (D1). */
import type { Command, CommandOf } from '../../commands.ts';
import { conclusionOf, textOf } from '../../session/selectors.ts';
import type { Conclusion, SessionState } from '../../session/state.ts';
import { normaliseText } from '../../text.ts';

export type Drawn = Omit<CommandOf<'DrawConclusion'>, 'type' | 'conclusion'>;

const contentOf = ({ text, item, answers, notes }: Pick<Drawn, 'text' | 'item' | 'answers' | 'notes'>): string =>
  JSON.stringify([normaliseText(text), item, [...new Set(answers)], [...new Set(notes)]]);

const drawnIn = (state: SessionState, { kind, text, item, answers, notes }: Conclusion): Drawn => ({
  ...{ kind, item, text: textOf(state, text), answers: [...answers], notes: [...notes] },
});

/** `known`: null where it was made, else as it was. */
export function undraw(before: SessionState, now: SessionState, known: Conclusion | null, drawn: Drawn): Command[] {
  const isAsLeft = (one: Conclusion | undefined) => one && contentOf(drawnIn(now, one)) === contentOf(drawn);
  if (known) {
    const { conclusion } = known;
    return isAsLeft(conclusionOf(now, conclusion))
      ? [{ type: 'DrawConclusion', conclusion, ...drawnIn(before, known) }]
      : [];
  }
  const made = Object.values(now.conclusions).find(
    (one) => !conclusionOf(before, one.conclusion) && one.kind === drawn.kind && !one.removed && isAsLeft(one),
  );
  return made ? [{ type: 'RemoveConclusion', conclusion: made.conclusion, removed: true }] : [];
}

/** Asks what was asked before, and brings back what the wall showed; another picture that came since stays. */
export function unask(before: SessionState, now: SessionState, conclusion: string | null): Command[] {
  if (now.asked !== conclusion) return [];
  const wasTurned = conclusion !== null && now.wall.mode === 'harvest' && now.step === before.step;
  return [
    { type: 'AskConclusion', conclusion: before.asked },
    { type: 'SetWall', wall: wasTurned ? before.wall : now.wall },
  ];
}

type Decided = Omit<CommandOf<'DecideProposal'>, 'type' | 'conclusion'>;

export function undecide(before: SessionState, now: SessionState, known: Conclusion, decided: Decided): Command[] {
  const { conclusion } = known;
  const one = conclusionOf(now, conclusion);
  const isAsLeft = one?.decision === decided.decision && textOf(now, one.reason) === normaliseText(decided.reason);
  return isAsLeft
    ? [{ type: 'DecideProposal', conclusion, decision: known.decision, reason: textOf(before, known.reason) }]
    : [];
}
