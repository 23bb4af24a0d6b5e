/** What the commands say, in English and in Dutch: to whoever runs the server, not to people at a screen. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Where the command was typed: npm itself stands in the folder of the program. */
const typedIn = () => process.env['INIT_CWD'] ?? process.cwd();

export type Typed = { folder: string; keys: string | undefined; replace: boolean };

/** FOLDER and its options; undefined: something else was typed. */
export function typedFolders({ mayReplace }: { mayReplace: boolean }): Typed | undefined {
  const options = { keys: { type: 'string' }, replace: { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const { keys, replace } = values;
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0 || (replace && !mayReplace)) return undefined;
    return { folder: resolve(typedIn(), folder), keys: keys && resolve(typedIn(), keys), replace };
  } catch {
    return undefined;
  }
}
