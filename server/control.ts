import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** In the data folder, readable by its owner alone: how `npm run key` and the like reach the server that runs on it. */
export const controlFile = 'control.json';

const controlSchema = z.object({ url: z.url(), secret: z.string().min(22) });

/**
 * Asks something of the server that runs with this folder: on this machine, with a secret that it wrote into the folder
 * (mode 0600) and that changes at every start. Who may read that folder may read all data anyway. Undefined: none runs.
 */
export async function askServer(dataDir: string, path: string, body?: object): Promise<unknown> {
  try {
    const { url, secret } = controlSchema.parse(JSON.parse(readFileSync(join(dataDir, controlFile), 'utf8')));
    const response = await fetch(`${url}/control/${path}`, {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}
