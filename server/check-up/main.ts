/** `npm run check-up`: what the page "Server nakijken" says, on the terminal; ends with 1 where something is not well. */
import * as z from 'zod';
import { type CheckFinding, type CheckGroup, checkGroups } from '../../shared/check-up.ts';
import { readConfig } from '../config.ts';
import { askServer } from '../control.ts';
import { stopWith } from '../stop-with.ts';

const ids = Object.values(checkGroups).flat();
const groups = Object.keys(checkGroups) as CheckGroup[];
const findingsSchema = z.array(
  z.object({
    id: z.enum(ids),
    group: z.enum(groups),
    outcome: z.enum(['well', 'wrong', 'unknown']),
    found: z.string(),
  }),
);

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const answer = findingsSchema.safeParse(await askServer(read.config.dataDir, 'check-up'));
if (!answer.success) {
  stopWith(`No server runs with ${read.config.dataDir} / er draait geen server met deze map. Start one: npm start`);
}
const findings: CheckFinding[] = answer.data;
const isDutch = /^nl/.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '');
const words = await (isDutch
  ? import('../../shared/words/check-up.nl.ts')
  : import('../../shared/words/check-up.en.ts'));
const marks = { well: ' ok ', wrong: 'FOUT', unknown: ' ?  ' };

for (const group of groups) {
  console.log(`\n${words.groups[group]}`);
  for (const { id, outcome, found } of findings.filter((one) => one.group === group)) {
    const [claim, remedy] = words.checks[id];
    console.log(
      `  ${isDutch || outcome !== 'wrong' ? marks[outcome] : 'BAD '}  ${claim}${found ? `  (${found})` : ''}`,
    );
    if (outcome === 'wrong') console.log(`        -> ${remedy}`);
  }
}
const count = (outcome: CheckFinding['outcome']) => findings.filter((one) => one.outcome === outcome).length;
console.log(`\n${words.frame.counts(count('wrong'), count('well'), count('unknown'))}`);
process.exit(count('wrong') > 0 ? 1 : 0);
