import type { Draft, Edit } from '../../shared/own-scripts.ts';
import type { Script } from '../../shared/script.ts';
import type { Library } from '../library/library.ts';
import { buildWarmWorker } from '../worker/warm-worker.ts';
import type { Looked } from './draft.ts';

/** What the worker is started with: the scripts from which others take sets over. */
export type DraftingData = { scripts: readonly Script[] };
/** Without edits a text is only looked at. */
export type Asked = { yaml: string; edits: readonly Edit[] | null };

const settled = { megabytes: 256, longest: 15_000, mostWaiting: 20, staysFor: 10 * 60_000 };
const code = new URL('./worker/main.ts', import.meta.url);

export type Drafting = ReturnType<typeof buildDrafting>;

/** Where texts of scripts are read and edited: beside the server, so that no room waits for it. Throws WorkFailed or TooBusy. */
export function buildDrafting({ scripts }: Pick<Library, 'scripts'>, bounds: Partial<typeof settled> = {}) {
  const data: DraftingData = { scripts };
  const { ask, stop } = buildWarmWorker<Asked>({ code, data, ...settled, ...bounds });
  return {
    draft: (yaml: string, edits: readonly Edit[] = []): Promise<Draft> => ask<Draft>({ yaml, edits }),
    look: (yaml: string): Promise<Looked> => ask<Looked>({ yaml, edits: null }),
    stop,
  };
}
