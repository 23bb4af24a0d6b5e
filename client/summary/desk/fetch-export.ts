import type { ApiError } from '../../../shared/api.ts';
import { type ExportLine, exportStream } from '../../../shared/exports.ts';
import type { RefusalReason } from '../../../shared/refusals.ts';

/** How many are made first, or how far this one is, from 0 to 1. */
export type HowFar = { ahead: number } | { done: number };
export type FetchedExport =
  | { ok: true; name: string; file: Blob }
  | { ok: false; reason: RefusalReason | 'offline' | 'cancelled' };

/** Of what there is to wait for, so much is the making; the rest is the way here. */
const making = 0.9;

/** Gets a file and tells on the way how far it is; never throws. */
export async function fetchExport(
  path: string,
  signal: AbortSignal,
  tell: (howFar: HowFar) => void,
): Promise<FetchedExport> {
  try {
    const response = await fetch(path, { headers: { accept: exportStream }, signal });
    if (!response.ok || !response.body) {
      return { ok: false, reason: ((await response.json()) as ApiError).reason ?? 'tryAgain' };
    }
    return await readExport(response.body.getReader(), tell);
  } catch {
    return { ok: false, reason: signal.aborted ? 'cancelled' : 'offline' };
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

async function readExport(
  reader: ReadableStreamDefaultReader<Bytes>,
  tell: (howFar: HowFar) => void,
): Promise<FetchedExport> {
  let waiting: Bytes = new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { ok: false, reason: 'offline' };
    waiting = joined(waiting, value);
    for (let end = waiting.indexOf(10); end >= 0; end = waiting.indexOf(10)) {
      const line = JSON.parse(new TextDecoder().decode(waiting.subarray(0, end))) as ExportLine;
      waiting = waiting.subarray(end + 1);
      if ('reason' in line) return { ok: false, reason: line.reason };
      if ('file' in line) return readFile(line.file, waiting, reader, tell);
      tell('done' in line ? { done: line.done * making } : line);
    }
  }
}

async function readFile(
  { name, contentType, size }: Extract<ExportLine, { file: unknown }>['file'],
  first: Bytes,
  reader: ReadableStreamDefaultReader<Bytes>,
  tell: (howFar: HowFar) => void,
): Promise<FetchedExport> {
  const parts = [first];
  let got = first.byteLength;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    got += next.value.byteLength;
    tell({ done: making + (1 - making) * (got / size) });
  }
  // A line that broke off half-way gave half a file.
  return got === size
    ? { ok: true, name, file: new Blob(parts, { type: contentType }) }
    : { ok: false, reason: 'offline' };
}

function joined(a: Bytes, b: Bytes): Bytes {
  if (a.byteLength === 0) return b;
  const both = new Uint8Array(a.byteLength + b.byteLength);
  both.set(a);
  both.set(b, a.byteLength);
  return both;
}
