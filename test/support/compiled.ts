import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For the programs that tests start, a hundred in a run: what was compiled for one is so for the next. */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'in-gesprek-compiled') };
