import { answeredStepOf, promptOf, stepOf } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { contrastOf } from '../contrast.ts';
import { currentStep, ownOf, revealPolicyOf } from '../selectors.ts';
import { shiftedOf } from '../shift.ts';
import { actorSubgroup, ownWallOf } from '../subgroups.ts';
import { get } from '../table.ts';
import { accept, type Decisions, refuse } from './decision.ts';

const maxDetail = 200;

export const wallDecisions: Decisions<
  'ChangeDetails' | 'ReleaseAnswer' | 'HideAnswer' | 'KeepAnswer' | 'SpotlightAnswer' | 'SetWall' | 'MeasureRoom'
> = {
  ChangeDetails: (state, { title, date, place, partner, collaboration }, _actor, context) => {
    const words = [title, place, partner, collaboration];
    if (words.some((word) => isTooLong(word, maxDetail))) return refuse('textTooLong');
    if (!title) return refuse('nothingWritten');
    const ids = words.map(() => context.newId()) as [string, string, string, string];
    const texts = Object.fromEntries(ids.map((id, i) => [id, words[i] as string]));
    const named = { title: ids[0], place: ids[1], partner: ids[2], collaboration: ids[3] };
    return {
      ok: true,
      events: [{ type: 'DetailsChanged', date, ...named, texts }],
      erase: [state.title, state.place, state.partner, state.collaboration],
    };
  },
  ReleaseAnswer: (state, { answer: id, released }) => {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    if (answer.withdrawn) return refuse('withdrawn');
    const step = stepOf(state.script, answer.step);
    const prompt = step && promptOf(step, answer.prompt);
    if (step && prompt && revealPolicyOf(step, prompt) === 'never') return refuse('notShown');
    return answer.released === released ? accept() : accept({ type: 'AnswerReleased', answer: id, released });
  },
  HideAnswer: (state, { answer: id, hidden }) => {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    return answer.hidden === hidden ? accept() : accept({ type: 'AnswerHidden', answer: id, hidden });
  },
  KeepAnswer: (state, { answer: id, kept }) => {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    return answer.kept === kept ? accept() : accept({ type: 'AnswerKept', answer: id, kept });
  },
  /** The spotlight shows one answer to all; that releases it, unless the script says never. */
  SpotlightAnswer: (state, { answer: id }, actor) => {
    const subgroup = actorSubgroup(state, actor);
    const spotlit = subgroup === null ? state.spotlight : ownWallOf(state, subgroup).spotlight;
    if (id === null) return spotlit === null ? accept() : accept({ type: 'AnswerSpotlighted', answer: null, subgroup });
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    if (answer.withdrawn) return refuse('withdrawn');
    const step = stepOf(state.script, answer.step);
    const prompt = step && promptOf(step, answer.prompt);
    if (answer.hidden || !step || !prompt || revealPolicyOf(step, prompt) === 'never') return refuse('notShown');
    const shown = { type: 'AnswerSpotlighted', answer: id, subgroup } as const;
    return answer.released ? accept(shown) : accept({ type: 'AnswerReleased', answer: id, released: true }, shown);
  },
  /** The room's wall; from the desk of a subgroup, that subgroup's. */
  SetWall: (state, { wall }, actor, { now }) => {
    const subgroup = actorSubgroup(state, actor);
    const set = { type: 'WallSet', wall, subgroup } as const;
    const current = currentStep(state);
    const answered = current && answeredStepOf(state.script, current);
    if (wall.mode === 'shift' && !wall.blank && subgroup === null && answered?.compareWith) {
      const isShown = state.shift?.none === null && state.wall.mode === 'shift' && state.wall.item === wall.item;
      return isShown ? accept(set) : accept(set, { type: 'ShiftShown', ...shiftedOf(state, answered, wall.item, now) });
    }
    const isCompared = wall.mode === 'contrast' && !wall.blank && subgroup === null;
    const { item, prompt } = state.wall;
    if (!isCompared || (state.contrast?.none === null && item === wall.item && prompt === wall.prompt))
      return accept(set);
    return accept(set, { type: 'ContrastShown', ...contrastOf(state, wall, now) });
  },
  MeasureRoom: (state, { width, distance }, actor) => {
    const subgroup = actorSubgroup(state, actor);
    const known = ownOf(state.rooms, subgroup ?? '');
    if (known?.width === width && known.distance === distance) return refuse('nothingToDo');
    return accept({ type: 'RoomMeasured', subgroup, width, distance });
  },
};
