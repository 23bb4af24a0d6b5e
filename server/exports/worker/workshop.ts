import type { Logged } from '../../../shared/events.ts';
import type { ExportKind, ExportUse } from '../../../shared/exports.ts';
import { WorkFailed } from '../../worker/failure.ts';
import { inWorker, portionsOf } from '../../worker/in-worker.ts';
import type { ExportFile } from '../register.ts';
import { buildTurns } from './turns.ts';

const settled = { atOnce: 2, mostWaiting: 20, megabytes: 512, longest: 5 * 60_000 };
const code = new URL('./main.ts', import.meta.url);

/** What a worker is started with. */
export type ExportData = { kind: ExportKind; use: ExportUse };

/** How many are served first, or how far it is, from 0 to 1. */
export type Progress = { ahead: number } | { done: number };

export type Order = {
  kind: ExportKind;
  use?: ExportUse;
  /** Asked when its turn has come: nothing that was hidden while it waited is in the file. */
  log: () => readonly Logged[];
  /** Whoever asked has gone. */
  signal: AbortSignal;
  tell?: (progress: Progress) => void;
};

export type Workshop = ReturnType<typeof buildWorkshop>;

/**
 * Where exports are made: each in a process of its own with a bound on its memory (megabytes of heap) and time
 * (milliseconds), few at once, so that acknowledgements do not wait for a file.
 */
export function buildWorkshop(bounds: Partial<typeof settled> = {}) {
  const { atOnce, mostWaiting, megabytes, longest } = { ...settled, ...bounds };
  const takeTurn = buildTurns(atOnce, mostWaiting);
  const closing = new AbortController();
  let busy = 0;

  return {
    /** Throws WorkFailed, TooManyExports, or the signal's reason. */
    async make({ kind, use = 'team', log, signal: gone, tell }: Order): Promise<ExportFile> {
      const here = AbortSignal.any([gone, closing.signal]);
      const free = await takeTurn(here, (ahead) => tell?.({ ahead }));
      const late = new AbortController();
      const clock = setTimeout(() => late.abort(new WorkFailed({ name: 'timeout', place: '' })), longest);
      busy += 1;
      try {
        return await inWorker<ExportFile, unknown>({
          ...{ code, data: { kind, use } satisfies ExportData, given: portionsOf(log()), megabytes },
          ...{ signal: AbortSignal.any([here, late.signal]), tell: tell && ((done) => tell({ done })) },
        });
      } finally {
        busy -= 1;
        clearTimeout(clock);
        free();
      }
    },
    /** How many are being made now. */
    busy: () => busy,
    /** Ends all that are being made or wait. */
    stop(): void {
      closing.abort(new WorkFailed({ name: 'closing', place: '' }));
    },
  };
}
