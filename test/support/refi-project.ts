/** A project as it is downloaded and read again; and an afternoon to make one of. */
import { exportSource } from '../../server/exports/export-source.ts';
import { qdpxOf } from '../../server/exports/refi/qdpx.ts';
import type { Logged } from '../../shared/events.ts';
import { playSession } from '../shared/summary-session.ts';
import { readQdpx } from './refi-reader.ts';

export const projectOf = (log: readonly Logged[]) => readQdpx(qdpxOf(exportSource(log)));
export type Project = ReturnType<typeof projectOf>;
export const selectionsIn = ({ sources }: Project) => sources.flatMap(({ selections }) => selections);

export function afternoon(people = 24) {
  const played = playSession();
  if (people === 24) played.wholeAfternoon();
  else {
    for (let i = 0; i < people; i++) played.join(1, ['student'], `naam-${i}`);
    played.open('def-duo');
    played.answer();
  }
  return played;
}
