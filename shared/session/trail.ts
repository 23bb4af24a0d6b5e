/** What was done with answers and themes, when and by which desk: read from the events themselves, undone acts too. */
import type { Logged } from '../events.ts';

type ActKind =
  | 'release'
  | 'unrelease'
  | 'reveal'
  | 'unreveal'
  | 'hide'
  | 'unhide'
  | 'mask'
  | 'unmask'
  | 'erase'
  | 'move'
  | 'moveBack'
  | 'hold'
  | 'unhold'
  | 'light'
  | 'unlight'
  | 'group'
  | 'ungroup'
  | 'nameTheme';

export type Act = {
  seq: number;
  at: number;
  /** Who did it, as in the log: a desk, the program, or the people whose new words wait. */
  by: string;
  kind: ActKind;
  answers: readonly string[];
  step: string | null;
  /** Where it was moved to. */
  item: string | null;
  /** In whose light it stands. */
  subgroup: string | null;
  theme: string | null;
};

type Part = Pick<Act, 'kind'> & Partial<Pick<Act, 'answers' | 'step' | 'item' | 'subgroup' | 'theme'>>;

function partOf(event: Logged): Part | undefined {
  switch (event.type) {
    case 'AnswerReleased':
      return { kind: event.released ? 'release' : 'unrelease', answers: [event.answer] };
    case 'AnswerHidden':
      return { kind: event.hidden ? 'hide' : 'unhide', answers: [event.answer] };
    case 'AnswerMasked':
      return { kind: event.forGood ? 'erase' : event.text ? 'mask' : 'unmask', answers: [event.answer] };
    case 'AnswerMoved':
      return { kind: event.item ? 'move' : 'moveBack', answers: [event.answer], item: event.item };
    case 'AnswersHeld':
      return { kind: event.held ? 'hold' : 'unhold', step: event.step };
    case 'StepRevealed':
      return { kind: event.revealed ? 'reveal' : 'unreveal', step: event.step };
    case 'AnswerSpotlighted':
      return event.answer
        ? { kind: 'light', answers: [event.answer], subgroup: event.subgroup }
        : { kind: 'unlight', subgroup: event.subgroup };
    case 'AnswersGrouped': {
      const { theme, answers, step } = event;
      return { kind: theme ? 'group' : 'ungroup', answers, step, theme };
    }
    case 'ThemeNamed':
      return { kind: 'nameTheme', theme: event.theme };
    default:
      return undefined;
  }
}

/** The act that an event is; none where it is about something else, or for a screen that may not know who did it. */
export function actOf(event: Logged): Act | undefined {
  const part = event.by === '' ? undefined : partOf(event);
  if (!part) return undefined;
  const { seq, at, by } = event;
  return { seq, at, by, answers: [], step: null, item: null, subgroup: null, theme: null, ...part };
}
