import type { Prompt, Step } from '../../script.ts';
import type { SessionState } from '../../session/state.ts';
import { type Card, cardsOf } from './cards.ts';
import { answeredHere } from './scene.ts';

const isBoundary = ({ about }: Prompt): boolean => about === 'boundarySituation';

/** The steps whose boundary situations belong here: that of the current step, or, in a harvest, all of them. */
const boundarySteps = (state: SessionState): Step[] => {
  const here = answeredHere(state);
  const steps = here ? [here] : state.script.steps;
  return steps.filter((step) => step.prompts.some(isBoundary));
};

export const asksBoundary = (state: SessionState): boolean => boundarySteps(state).length > 0;

/** The boundary situations that were released, as they came; of the chosen item, if there is one. */
export const boundaryCards = (state: SessionState): Card[] =>
  boundarySteps(state)
    .flatMap((step) => cardsOf(state, step, { item: state.wall.item }))
    .filter(({ prompt }) => isBoundary(prompt));
