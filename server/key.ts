/**
 * `npm run key`: a fresh key for the facilitator while the server runs. The store is locked by that server, so the key
 * is asked of the server itself.
 */
import * as z from 'zod';
import { readConfig } from './config.ts';
import { askServer } from './control.ts';

const answerSchema = z.object({ url: z.string() });

const read = readConfig(process.env);
if (!read.ok) {
  console.error(read.mistakes.join('; '));
  process.exit(1);
}
const { dataDir } = read.config;
const answer = answerSchema.safeParse(await askServer(dataDir, 'key'));
if (!answer.success) {
  console.error(`No server runs with ${dataDir} / er draait geen server met deze map. Start one: npm start`);
  process.exit(1);
}
console.log(answer.data.url);
