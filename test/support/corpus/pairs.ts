import { readCorpus } from './case.ts';

/** Each command in the corpus with each reason for which the real program refuses it. */
export function refusedPairs(): Set<string> {
  const refused = readCorpus().flatMap((one) => {
    if (one.road !== 'command' || ['ok', 'closed'].includes(one.expect)) return [];
    return [`${(one.input.command as { type: unknown }).type} ${one.expect}`];
  });
  return new Set(refused);
}
