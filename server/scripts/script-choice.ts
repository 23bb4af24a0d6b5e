import type { Home } from '../../shared/api.ts';
import type { ItemSet, Script } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';

type ScriptChoice = Home['scripts'][number];

/** A finding of a summary, typed over. */
const maxFinding = 600;

/** What may be typed in when a session is made: for a set without items of its own. */
export function fillInOf({
  fillIn,
  fromSummary,
}: ItemSet): { min: number; max: number; maxLength: number } | undefined {
  return fillIn ?? (fromSummary && { min: 1, max: fromSummary.max, maxLength: maxFinding });
}

/** What a facilitator who plans a session sees of a script. */
export const choiceOf = ({ id, title, minutes, steps, unled, languages, itemSets }: Script): ScriptChoice => ({
  id,
  title: { nl: say(title, 'nl'), en: say(title, 'en') },
  minutes,
  steps: steps.filter(({ before }) => !before).length,
  days: unled?.days ?? null,
  languages,
  pairs: steps.some(({ form }) => form === 'pair'),
  fillIns: itemSets.flatMap((set) => {
    const limits = fillInOf(set);
    return limits ? [{ set: set.id, title: { nl: say(set.title, 'nl'), en: say(set.title, 'en') }, ...limits }] : [];
  }),
});
