import type { Script } from '../../shared/script.ts';
import { repeatedIds } from './check-ids.ts';
import { planFaults } from './check-plan.ts';
import { ratingFaults } from './check-ratings.ts';
import { brokenReferences } from './check-references.ts';
import { textFaults } from './check-texts.ts';
import type { Finding } from './problem.ts';

/** What the schema cannot see: ids, references, times and languages that do not fit together. */
export const findingsIn = (script: Script): Finding[] =>
  [repeatedIds, brokenReferences, planFaults, ratingFaults, textFaults].flatMap((check) => check(script));
