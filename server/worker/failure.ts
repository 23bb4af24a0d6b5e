import { codeOf, kindOf, placeOf } from '../error-place.ts';

/** Why a worker could not make what it was asked for: where, and never with which words (P4). */
export type Failure = { name: string; place: string };

/** An error without its message: messages quote what people wrote (P4). */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'unknown', place: '' };
  return { name: [kindOf(error) || 'Error', codeOf(error)].filter(Boolean).join(' '), place: placeOf(error) };
}

/** It could not be made; whoever asks again may have more luck. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed';
  readonly code: string;
  constructor({ name, place }: Failure) {
    super();
    this.code = `${name} ${place}`.trim();
  }
}
