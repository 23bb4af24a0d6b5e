import type { Item, Prompt, StepKind, WallMode } from '../../script.ts';
import { itemsOf, questionsOf } from '../../script-queries.ts';
import { contrastOf, type NoContrast } from '../../session/contrast.ts';
import { wallModeOf } from '../../session/evolve/steps.ts';
import { answersOf, currentStep } from '../../session/selectors.ts';
import { type NoShift, shiftedOf } from '../../session/shift.ts';
import type { SessionState } from '../../session/state.ts';
import { valuesOf } from '../../session/table.ts';
import { asksBoundary, boundaryCards } from '../wall/boundary.ts';
import { judgedPrompts } from '../wall/judged.ts';
import { answeredHere, pictureIn, shownSet } from '../wall/scene.ts';

const sensible: Record<StepKind, readonly WallMode[]> = {
  arrival: ['welcome', 'agenda'],
  presentation: ['agenda', 'reading', 'list', 'figure'],
  reading: ['reading', 'list', 'figure'],
  grouping: ['groups', 'agenda'],
  answering: [
    ...(['progress', 'reading', 'list', 'figure', 'cards', 'themes', 'spotlight', 'boundary', 'distribution'] as const),
    'contrast',
    'shift',
  ],
  discussion: [
    ...(['figure', 'cards', 'themes', 'spotlight', 'boundary', 'distribution', 'contrast', 'shift'] as const),
    'reading',
    'list',
  ],
  harvest: ['harvest', 'cards', 'themes', 'spotlight', 'boundary', 'distribution', 'contrast', 'shift'],
  closing: ['thanks', 'harvest'],
};

/** From this many answers on, nobody reads them one by one. */
const manyAnswers = 13;
/** Whether there is something to show as themes: its button is there before, so that none moves when it comes. */
export function hasThemes(state: SessionState): boolean {
  const step = answeredHere(state);
  if (!step) return false;
  const isMade = [...valuesOf(state.themes)].some((theme) => theme.step === step.id);
  return isMade || Boolean(currentStep(state)?.cluster) || answersOf(state, step.id).length >= manyAnswers;
}

/** The wall's pictures that say something in the current step, the step's own among them; blank stands apart. */
export function wallModesFor(state: SessionState): WallMode[] {
  const step = currentStep(state);
  if (!step) return [];
  const set = shownSet(state);
  const answered = answeredHere(state);
  const mayShow = answered !== undefined && answered.wall.reveal !== 'never';
  const isCounted =
    mayShow &&
    (judgedPrompts(answered).length > 0 ||
      answered.prompts.some(({ fields }) => fields.some((f) => f.kind === 'marks')));
  const fits: Partial<Record<WallMode, boolean>> = {
    reading: Boolean(set && set.kind !== 'list' && set.kind !== 'columns'),
    list: Boolean(set && (set.kind === 'list' || set.kind === 'columns')),
    figure: Boolean(set?.items.some((item) => item.place)),
    cards: mayShow,
    themes: mayShow,
    spotlight: mayShow,
    boundary: asksBoundary(state) && boundaryCards(state).length > 0,
    distribution: isCounted,
    shift: mayShow && answered.compareWith !== undefined && judgedPrompts(answered).length > 0,
    // While people write together it has nothing to say yet; a question to each alone has no talk of its own after it.
    contrast:
      mayShow &&
      (step.kind !== 'answering' || step.form === 'individual') &&
      judgedPrompts(answered).length > 0 &&
      state.script.perspectives.options.length > 0,
  };
  const own = pictureIn(state, wallModeOf(step));
  const modes = sensible[step.kind].filter((mode) => mode === own || (fits[mode] ?? true));
  const all = modes.includes(own) || own === 'blank' ? modes : [own, ...modes];
  return [...all];
}

const withItems: readonly WallMode[] = [
  'reading',
  'list',
  'figure',
  'cards',
  'themes',
  'boundary',
  'distribution',
  'contrast',
  'shift',
];
export const showsItems = (mode: WallMode): boolean => withItems.includes(mode);

/** Why perspectives cannot be compared on the wall now; null where they can. */
export const noContrast = (state: SessionState): NoContrast | null => contrastOf(state, state.wall, 0).none;

/** Why the room cannot be shown who moved now; null where it can. */
export function noShift(state: SessionState): NoShift | null {
  const answered = answeredHere(state);
  return answered ? shiftedOf(state, answered, state.wall.item, 0).none : null;
}

/** The items that the desk can put on the wall by number: where answers are written or talked about, those that have any. */
export const wallItems = (state: SessionState): readonly Item[] => {
  const answered = answeredHere(state);
  const all = (shownSet(state)?.items ?? []).filter((item) => item.place !== 'whole');
  const items = answered ? itemsOf(state.script, answered) : all;
  return items.length > 1 ? items : [];
};

/** The prompts that the wall's cards are grouped by; none where they are grouped by item or unit. */
export function wallPrompts(state: SessionState): readonly Prompt[] {
  const step = currentStep(state);
  const answered = answeredHere(state);
  const asked = answered ? questionsOf(answered) : [];
  return step?.wall.groupBy === 'prompt' && asked.length > 1 ? asked : [];
}
