/** Why a worker could not make what it was asked for: where, and never with which words (P4). */
export type Failure = { name: string; place: string };

/** An error without its message: messages quote what people wrote (P4). */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'unknown', place: '' };
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return { name: error.name + code, place: place.trim() };
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
