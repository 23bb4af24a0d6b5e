/** What a desk may do that is not everybody's: lead, or act within one subgroup. */
import type { Command, CommandOf, CommandType } from '../../commands.ts';
import { noteOf, seatOf, subgroupOf, unitOf } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { get, valuesOf } from '../table.ts';

/** Opening and closing is the leading desk's: the steps stay in lock-step. */
export const isLeading = (type: CommandType): boolean => leading.includes(type);
const leading: readonly CommandType[] = ['OpenStep', 'AskQuestion', 'CloseStep', 'CloseSession', 'ReopenSession'];

type Within<T extends CommandType> = (state: SessionState, command: CommandOf<T>, subgroup: string) => boolean;

const isIn = (state: SessionState, unit: string | null | undefined, subgroup: string): boolean =>
  Boolean(unit && unitOf(state, unit)?.subgroup === subgroup);

function isAnswerIn(state: SessionState, id: string, subgroup: string): boolean {
  const answer = get(state.answers, id);
  return answer !== undefined && subgroupOf(state, answer) === subgroup;
}
const aboutAnswer = (state: SessionState, { answer }: { answer: string }, subgroup: string): boolean =>
  isAnswerIn(state, answer, subgroup);
const aboutAnswers = (state: SessionState, { answers }: { answers: readonly string[] }, subgroup: string): boolean =>
  answers.every((answer) => isAnswerIn(state, answer, subgroup));
const aboutNote = (state: SessionState, { note }: { note: string }, subgroup: string): boolean =>
  noteOf(state, note)?.subgroup === subgroup;

/** All that a desk of one subgroup may give, each as far as it is about that subgroup. */
const within: { [K in CommandType]?: Within<K> } = {
  ExtendClock: () => true,
  SetWall: () => true,
  MeasureRoom: () => true,
  ReleaseAnswer: aboutAnswer,
  HideAnswer: aboutAnswer,
  MaskAnswer: aboutAnswer,
  MoveAnswer: aboutAnswer,
  KeepAnswer: aboutAnswer,
  StarAnswer: aboutAnswer,
  SpotlightAnswer: (state, { answer }, subgroup) => answer === null || isAnswerIn(state, answer, subgroup),
  GroupAnswers: aboutAnswers,
  UngroupAnswers: aboutAnswers,
  NameTheme: (state, { theme }, subgroup) => {
    const grouped = [...valuesOf(state.answers)].filter((answer) => answer.theme === theme);
    return grouped.length > 0 && grouped.every((answer) => subgroupOf(state, answer) === subgroup);
  },
  AddNote: (_state, note, subgroup) => note.subgroup === subgroup,
  ChangeNote: aboutNote,
  RemoveNote: aboutNote,
  /** From paper: a unit's, or of one person by their seat. */
  SubmitAnswer: (state, { unit }, subgroup) =>
    isIn(state, unit, subgroup) || isIn(state, seatOf(state, unit)?.unit, subgroup),
  WithdrawAnswer: aboutAnswer,
  RenameSeat: (state, { seat }, subgroup) => isIn(state, seatOf(state, seat)?.unit, subgroup),
  DealItems: (state, { unit }, subgroup) => isIn(state, unit, subgroup),
  MoveSeat: (state, { seat, unit }, subgroup) =>
    isIn(state, seatOf(state, seat)?.unit, subgroup) && isIn(state, unit, subgroup),
};

/** Whether the desk of this subgroup may give this command. */
export function isWithin(state: SessionState, command: Command, subgroup: string): boolean {
  const rule = within[command.type] as Within<CommandType> | undefined;
  return rule?.(state, command as never, subgroup) ?? false;
}
