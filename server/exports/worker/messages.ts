import type { Logged } from '../../../shared/events.ts';
import type { ExportKind } from '../../../shared/exports.ts';
import type { ExportFile } from '../register.ts';

/** What a worker is started with. */
export type WorkerData = { kind: ExportKind };

/** Why a worker could not make its file: where, and never with which words (P4). */
export type Failure = { name: string; place: string };

/** The log in portions: the next one only when the worker asked for it. */
export type ToWorker = { portion: readonly Logged[]; last: boolean };

export type FromWorker =
  | { type: 'more' }
  | { type: 'told'; done: number }
  | { type: 'made'; file: ExportFile }
  | { type: 'failed'; failure: Failure };
