import { createHash } from 'node:crypto';
import type { Script } from '../../shared/script.ts';
import { sortedJson } from './sorted-json.ts';

/** Names a script by its content: what is fetched under it never changes. */
export const hashOfScript = (script: Script): string =>
  createHash('sha256').update(sortedJson(script)).digest('base64url');
