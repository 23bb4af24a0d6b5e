import type { ScriptLimits } from '../store/store.ts';

/**
 * What one facilitator may keep of their own scripts, in bytes at most `scripts` x `versions` x `maxScriptBytes`; and how many
 * scripts a server keeps of all together. Which is there already can always be saved.
 */
export const scriptLimits: ScriptLimits = { scripts: 40, ofAll: 1_000, versions: 30 };
