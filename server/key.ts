/**
 * `npm run key`: a fresh key for the facilitator while the server runs. The store is locked by that server, so the key
 * is asked of the server itself.
 */
import * as z from 'zod';
import { readConfig } from './config.ts';
import { askServer } from './control.ts';
import { stopWith } from './stop-with.ts';

const answerSchema = z.object({ url: z.string() });

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const { dataDir } = read.config;
const answer = answerSchema.safeParse(await askServer(dataDir, 'key'));
if (!answer.success) {
  stopWith(`No server runs with ${dataDir} / er draait geen server met deze map. Start one: npm start`);
}
console.log(answer.data.url);
