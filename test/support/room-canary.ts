/** A room in which one answer, written twice, names somebody: and everybody who may read of it. */
import { allKinds } from '../../server/exports/register.ts';
import type { CommandOf } from '../../shared/commands.ts';
import { stepOf } from '../../shared/script-queries.ts';
import { get } from '../../shared/session/table.ts';
import { comparePart, compareSessions } from '../../shared/views/compare.ts';
import { draftSummary, publishedSummary } from '../../shared/views/summary.ts';
import { cardsOf } from '../../shared/views/wall.ts';
import { exportText } from './exported.ts';
import { momentsForReaders, momentsIn } from './replayed.ts';
import { joinMany, openRoom, openStep, seenIn, submit, text, unitOfSeat } from './room.ts';
import type { Screen } from './room-screens.ts';
import { heldBy } from './wall-scene.ts';

export const canary = 'Kanarie';
const before = `Eerst zei ${canary} iets`;
export const said = `Wat ${canary} zei, telt`;
const place = { step: 'alone', prompt: 'thought' };

export function canaryRoom() {
  const room = openRoom();
  const seats = joinMany(room, 8);
  openStep(room, 'alone');
  const [writer = ''] = seats;
  submit(room, writer, place, { text: text(before) });
  const answer = submit(room, writer, place, { text: text(said) });
  room.must({ type: 'StarAnswer', answer, starred: true });
  openStep(room, 'pairs');
  room.must({ type: 'FormSubgroups' });
  const { subgroup, seats: pair } = unitOfSeat(room, writer);
  const partner = pair.find((seat) => seat !== writer) ?? '';
  const other = seats.find((seat) => unitOfSeat(room, seat).subgroup !== subgroup) ?? '';
  const screens = {
    wall: room.addScreen('wall'),
    'wall of its subgroup': room.addScreen('wall', null, subgroup),
    'phone that got it by the spotlight': room.addScreen('seat', other),
    'phone to which it was brought along': room.addScreen('seat', partner),
    'phone of its writer': room.addScreen('seat', writer),
    desk: room.addScreen('desk'),
  };
  room.must({ type: 'SpotlightAnswer', answer });
  room.must({ type: 'PublishSummary', introduction: '' });

  /** What it holds, and what it would get anew. */
  const all = (screen: Screen) => JSON.stringify([heldBy(screen), room.streams.since(room.streamsFor(screen), {})]);
  const readers: Record<string, () => string | Promise<string>> = {
    ...Object.fromEntries(Object.entries(screens).map(([name, screen]) => [name, () => all(screen)])),
    'small wall on the desk': () =>
      JSON.stringify(
        cardsOf(screens.desk.state, stepOf(room.script, 'alone') as NonNullable<ReturnType<typeof stepOf>>),
      ),
    'draft of the summary': () => JSON.stringify(draftSummary(room.log)),
    'published summary': () => JSON.stringify(publishedSummary(room.log)),
    'looking back at the desk': async () => JSON.stringify(await momentsIn(room.log)),
    'looking back by a reader': async () => JSON.stringify(await momentsForReaders(room.log)),
    'comparison of sessions': () => JSON.stringify(compareSessions([comparePart(room.log), comparePart(room.log)])),
    ...Object.fromEntries(allKinds.map((kind) => [kind, () => exportText(room.log, kind)])),
  };
  const from = said.indexOf(canary);
  const mask = (more: Partial<CommandOf<'MaskAnswer'>> = {}): CommandOf<'MaskAnswer'> => ({
    ...{ type: 'MaskAnswer', answer, field: 'text', seen: seenIn(room, answer, 'text'), forGood: false },
    spans: [{ from, to: from + canary.length }],
    ...more,
  });
  const told = () => get(room.state.answers, answer);
  /** In its step, opened once more; and on again to where it is brought along. */
  const writeAnew = (words: string) => {
    openStep(room, 'alone');
    submit(room, writer, { ...place, unit: writer }, { text: text(words) });
    openStep(room, 'pairs');
  };
  return { room, answer, writer, screens, readers, mask, told, writeAnew };
}
/** Who may read what lies under a mask. */
export const mayRead = ['phone of its writer', 'desk', 'archive'];
/** Who never read the words of this answer at all. */
export const wordless = [
  ...['counts-csv', 'counts-csv-excel', 'moderation-csv', 'moderation-csv-excel'],
  ...['qdc', 'qdc-mechanisms', 'figure-svg'],
];
