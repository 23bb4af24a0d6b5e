/**
 * `npm run key`: a fresh key for the facilitator while the server runs. The store is locked by that server, so the key
 * is asked of the server itself: on this machine, with a secret that it wrote into the data folder (mode 0600) and that
 * changes at every start. Who may read that folder may read all data anyway.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readConfig } from './config.ts';
import { controlFile } from './control.ts';

const controlSchema = z.object({ url: z.url(), secret: z.string().min(22) });
const answerSchema = z.object({ url: z.string() });

async function freshKey(dataDir: string): Promise<string> {
  const { url, secret } = controlSchema.parse(JSON.parse(readFileSync(join(dataDir, controlFile), 'utf8')));
  const response = await fetch(`${url}/control/key`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
  });
  return answerSchema.parse(await response.json()).url;
}

const read = readConfig(process.env);
if (!read.ok) {
  console.error(read.mistakes.join('; '));
  process.exit(1);
}
try {
  console.log(await freshKey(read.config.dataDir));
} catch {
  console.error(
    `No server runs with ${read.config.dataDir} / er draait geen server met deze map. Start one: npm start`,
  );
  process.exit(1);
}
