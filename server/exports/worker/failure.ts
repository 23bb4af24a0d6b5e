import type { Failure } from './messages.ts';

/** An error without its message: messages quote what people wrote (P4). */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'unknown', place: '' };
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return { name: error.name + code, place: place.trim() };
}

/** The file could not be made; whoever asks again may have more luck. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed';
  readonly code: string;
  constructor({ name, place }: Failure) {
    super();
    this.code = `${name} ${place}`.trim();
  }
}

/** So many exports wait that one more would wait for too long. */
export class TooManyExports extends Error {
  override readonly name = 'TooManyExports';
}
