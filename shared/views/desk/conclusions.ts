import type { Text } from '../../script.ts';
import { isFeedback } from '../../session/feedback.ts';
import { readValues } from '../../session/masks.ts';
import { silentOn, textOf } from '../../session/selectors.ts';
import type { Conclusion, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { answeredSteps, type DeskCard, deskCardsOf } from './answers.ts';

/** An answer that a conclusion may rest on, as others read it. */
export type Candidate = {
  card: DeskCard;
  text: string;
  /** The step in which it was given. */
  given: Text;
  /** It says what is missing. */
  isGap: boolean;
  /** The room or the desk set it apart: a star, kept, or recognised. */
  isMarked: boolean;
};

/** What was written to a question that is asked of those who were not convinced ("Wat mist er?"). */
function hasGap(state: SessionState, card: DeskCard): boolean {
  const answer = get(state.answers, card.answer);
  const values = answer ? readValues(answer) : {};
  return card.prompt.fields.some((field) => {
    const value = values[field.id];
    return (
      field.kind === 'text' && Boolean(field.askedAt) && value?.kind === 'text' && textOf(state, value.text) !== ''
    );
  });
}

/** Every answer with words that a team may read, in the order of the script and as they came. */
export const candidatesOf = (state: SessionState): Candidate[] =>
  answeredSteps(state)
    .filter((step) => !isFeedback(step))
    .flatMap((step) =>
      deskCardsOf(state, step)
        .cards.reverse()
        .map((card) => ({
          ...{ card, given: step.title, isGap: hasGap(state, card) },
          text: [card.text, ...card.more.map(({ text }) => text)].join(' · '),
          isMarked: card.stars > 0 || card.isKept || card.recognised > 0,
        })),
    );

/** As they were drawn; what was taken away is not among them. */
export const standingConclusions = (state: SessionState): Conclusion[] =>
  Object.values(state.conclusions)
    .filter((one) => !one.removed)
    .sort((a, b) => a.seq - b.seq);

export type Opinions = {
  agree: number;
  differ: number;
  /** The phones that could react. */
  of: number;
  minority: { seat: string; text: string; hidden: boolean }[];
};

/** What phones said to it; minorities in the order of their words, so that no place tells whose they are. */
export function opinionsOf(state: SessionState, conclusion: Conclusion): Opinions {
  const said = Object.entries(conclusion.opinions);
  const agree = said.filter(([, { agrees }]) => agrees).length;
  const minority = said
    .map(([seat, { note, hidden }]) => ({ seat, text: textOf(state, note), hidden }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  return { agree, differ: said.length - agree, of: said.length + silentOn(state, conclusion), minority };
}
