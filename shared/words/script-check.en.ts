import type { scriptCheck as nl } from './script-check.nl.ts';

export const scriptCheck: typeof nl = {
  meant: (word) => `Did you mean ${word}?`,
  good: (minutes, steps, before) =>
    `good: ${minutes} minutes, ${steps === 1 ? '1 step' : `${steps} steps`}${before ? ` and ${before} before` : ''}`,
  counts: (problems, wrong, files) =>
    problems === 0
      ? `Nothing wrong in ${files === 1 ? '1 script' : `${files} scripts`}.`
      : `${problems === 1 ? '1 problem' : `${problems} problems`}, in ${wrong} of ${files === 1 ? '1 file' : `${files} files`}.`,
  more: 'There may be more: of each file the first fifty are here.',
  usage: `npm run script -- check FILE-OR-FOLDER...
  --language nl|en   the language of what is said here (else that of this system)
  --json             as JSON, for a program to read
Ends with 0 where all is well, else with 1.`,
};
