/** The WIN script, as it lies in the folder `sessions`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScript } from '../../../server/library/parse-script.ts';

const file = 'win-professionele-werkplaatsen.yaml';
const parsed = parseScript(file, readFileSync(join(import.meta.dirname, '../../../sessions', file), 'utf8'));
if (!parsed.ok) throw new Error('the WIN script cannot be read');
export const { script } = parsed;
export const scriptTitle = script.title.nl ?? '';

/** A link from the screens leads to the address of the building; a journey stays on this machine. */
export const localLink = (link: string, url: string): string => link.replace(/^https?:\/\/[^/]+/, url);
