/** What a wall and phones show of one answer, for tests of showing and hiding. */
import type { FieldValues } from '../../shared/commands.ts';
import { isOnWall, textOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { joinMany, openRoom, openStep, submit, text, unitOfSeat } from './room.ts';
import type { Screen } from './room-screens.ts';

/** The words of all that a screen takes for shown. */
export const shownOn = ({ state }: Pick<Screen, 'state'>): string[] =>
  [...valuesOf(state.answers)]
    .filter((answer) => isOnWall(state, answer))
    .flatMap(({ values }) => Object.values(values))
    .flatMap((value) =>
      value.kind === 'text' ? [textOf(state, value.text)] : value.kind === 'judgement' ? value.choices : [],
    );
/** Everything that a screen holds, shown or not. */
export const heldBy = ({ state }: Pick<Screen, 'state'>): string[] => [...valuesOf(state.texts)];

type Question = { step: string; item?: string; prompt: string; values: (words: string) => FieldValues };
export const story = (words: string): FieldValues => ({ story: text(words) });
export const questions: Record<
  'atOnce' | 'whenAllSubmitted' | 'afterRelease' | 'afterClosing' | 'never' | 'situation',
  Question
> = {
  atOnce: { step: 'alone', prompt: 'thought', values: (words) => ({ text: text(words) }) },
  whenAllSubmitted: { step: 'pairs', item: 'def', prompt: 'recognisable', values: (words) => ({ why: text(words) }) },
  afterRelease: { step: 'marks', prompt: 'marked', values: (words) => ({ why: text(words) }) },
  afterClosing: { step: 'closing', item: 'def', prompt: 'recognisable', values: (words) => ({ why: text(words) }) },
  never: { step: 'secret', prompt: 'thought', values: (words) => ({ text: text(words) }) },
  situation: { step: 'pairs', item: 'def', prompt: 'situation', values: story },
};

/** Two pairs, a wall and a phone of the second pair; the first pair has answered. */
export function scene(question: Question, words = 'Van ons') {
  const room = openRoom();
  const seats = joinMany(room, 4);
  openStep(room, question.step);
  const [a = ''] = seats;
  const individual = question.step === 'alone' || question.step === 'secret';
  const other =
    seats.find((seat) => (individual ? seat !== a : unitOfSeat(room, seat).unit !== unitOfSeat(room, a).unit)) ?? '';
  const wall = room.addScreen('wall');
  const phone = room.addScreen('seat', other);
  const writer = room.addScreen('seat', a);
  const desk = room.addScreen('desk');
  const answer = submit(room, a, question, question.values(words));
  return { room, a, other, wall, phone, writer, desk, answer };
}
