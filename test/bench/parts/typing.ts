/** How long a letter takes to the partner's phone, at the pace at which a phone shares what is typed. */
import { Sharing } from '../../../client/phone/answer/sharing.ts';
import type { PhoneLive } from '../../../client/phone/room.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import type { Client } from '../../support/client.ts';

export type Sitting = { client: Client; seat: string };

const letters = 'Wijherkennenditelkedagweer';

export const unitOf = ({ client, seat }: Sitting): string =>
  [...valuesOf(client.state().units)].find(({ seats }) => seats.includes(seat))?.unit ?? '';

/** All pairs type at once; milliseconds of each letter. */
export async function timeTyping(phones: readonly Sitting[]): Promise<{ pairs: number; times: number[] }> {
  const byUnit = [...Map.groupBy(phones, unitOf).values()];
  const pairs = byUnit.flatMap(([writer, partner]) => (writer && partner ? [{ writer, partner }] : []));
  const times = await Promise.all(pairs.map(({ writer, partner }) => lettersTo(writer, partner.client)));
  return { pairs: pairs.length, times: times.flat() };
}

async function lettersTo(writer: Sitting, partner: Client): Promise<number[]> {
  const place = { unit: unitOf(writer), step: 'def-duo', item: 'def', prompt: 'recognisable' };
  const typedAt: number[] = [];
  const times: number[] = [];
  let words = '';
  const live = { status: 'online', draft: (draft) => void writer.client.draft(draft) } as PhoneLive;
  const sharing = new Sharing(live, () => ({
    ...place,
    values: { why: { kind: 'text', text: words } as const },
    at: Date.now(),
    grewFrom: [],
  }));
  const done = new Promise<void>((resolve) => {
    partner.socket.on('draft', ({ values }) => {
      const text = values['why']?.kind === 'text' ? values['why'].text : '';
      while (times.length < text.length) times.push(performance.now() - (typedAt[times.length] ?? 0));
      if (times.length === letters.length) resolve();
    });
  });
  for (const letter of letters) {
    words += letter;
    typedAt.push(performance.now());
    sharing.note('recognisable');
    await new Promise((resolve) => setTimeout(resolve, 110));
  }
  await done;
  return times;
}
