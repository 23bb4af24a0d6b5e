/** Loaded before the server in its own process: one of its lines is another, as MUTANT says. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { classics } from './classics.ts';

const mutant = classics.find(({ name }) => name === process.env['MUTANT']);
if (!mutant) throw new Error('no such mutant');

/** Longer than what was under way before takes. */
const soon = 100;
process.on('message', (message) => {
  if (message !== 'hold') return;
  Object.assign(globalThis, { isHeld: true });
  setTimeout(() => process.send?.('held'), soon);
});
process.channel?.unref();

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(`/${mutant.file}`)) return nextLoad(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    return { format: 'module-typescript', source: mutated(source), shortCircuit: true };
  },
});

function mutated(source: string): string {
  return (mutant?.edits ?? []).reduce((text, { find, replace }) => {
    if (text.split(find).length !== 2) throw new Error(`no such line: ${find}`);
    return text.replace(find, () => replace);
  }, source);
}
