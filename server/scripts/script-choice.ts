import type { Home } from '../../shared/api.ts';
import type { ItemSet, Script, Text } from '../../shared/script.ts';
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

const inBoth = (text: Text | undefined): { nl: string; en: string } => ({ nl: say(text, 'nl'), en: say(text, 'en') });

/** What a facilitator who plans a session sees of a script. */
export const choiceOf = ({ id, title, minutes, steps, unled, languages, itemSets, privacy }: Script): ScriptChoice => ({
  id,
  title: inBoth(title),
  minutes,
  steps: steps.filter(({ before }) => !before).length,
  before: steps.filter(({ before }) => before).length,
  purpose: privacy.purpose ? inBoth(privacy.purpose) : null,
  days: unled?.days ?? null,
  languages,
  pairs: steps.some(({ form }) => form === 'pair'),
  fillIns: itemSets.flatMap((set) => {
    const limits = fillInOf(set);
    return limits ? [{ set: set.id, title: inBoth(set.title), ...limits }] : [];
  }),
});
