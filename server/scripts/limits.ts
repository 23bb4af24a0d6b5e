import type { ScriptLimits } from '../store/store.ts';

/** What one facilitator may keep of their own scripts; in bytes at most `scripts` x `versions` x `maxScriptBytes`. */
export const scriptLimits: ScriptLimits = { scripts: 40, versions: 30 };
