/** Reads and edits the texts of scripts, in a process of its own. */
import { atHand } from '../../worker/at-hand.ts';
import { draftOf, lookAt } from '../draft.ts';
import type { Asked, DraftingData } from '../drafting.ts';

atHand<DraftingData, Asked, ReturnType<typeof draftOf> | ReturnType<typeof lookAt>>(({ scripts }) => {
  const library = { find: (id: string) => scripts.find((script) => script.id === id) };
  return ({ yaml, edits }) => (edits ? draftOf(yaml, edits, library) : lookAt(yaml, library));
});
