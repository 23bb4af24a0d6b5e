/** What stays so where an older log is put back, because it is noted beside the keys too: who was erased, and who said no (P2). */
import type { Command } from '../commands.ts';
import type { Logged } from '../events.ts';
import { seatOf } from './selectors.ts';
import type { SessionState } from './state.ts';

export const erasedMark = (seat: string): string => `erased/${seat}`;
/** `seq`: of the event by which they said so. */
export const refusedMark = (seat: string, guest: boolean, seq: number): string =>
  `no/${guest ? 'guest' : 'own'}/${seat}/${seq}`;

/** What a log that was found to end at `end` has to be told again; who said yes since then has said it. */
export function toldAgain(
  state: SessionState,
  log: readonly Logged[],
  marks: readonly string[],
  end: number,
): Command[] {
  return marks.flatMap((mark): Command[] => {
    const [kind, ...parts] = mark.split('/');
    if (kind === 'erased') {
      const [seat = ''] = parts;
      return seatOf(state, seat)?.gone === 'erased' ? [] : [{ type: 'ErasePerson', seat }];
    }
    const [who, seat = '', seq] = parts;
    if (kind !== 'no' || Number(seq) <= end) return [];
    const guest = who === 'guest';
    const isSaidSince = log.some(
      (event) => event.type === 'ConsentSet' && event.seat === seat && event.guest === guest && event.seq > end,
    );
    return isSaidSince ? [] : [{ type: 'SetConsent', seat, guest, agrees: false, shown: null }];
  });
}
