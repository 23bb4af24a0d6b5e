/** A log as a file, spoilt in one way, and what the reader of such files says of it. */
import { createHash } from 'node:crypto';
import { archiveOf, readArchive } from '../../../server/exports/archive.ts';
import { hashOfScript } from '../../../server/exports/script-hash.ts';
import { sortedJson } from '../../../server/exports/sorted-json.ts';
import { eventSchema, type Logged } from '../../../shared/events.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { initialState } from '../../../shared/session/initial-state.ts';
import { desk, joinMany, judged, openRoom, openStep, seatActor, submit, text, unitOfSeat } from '../room.ts';
import { type LogChange, type LogInput, textOf } from './case.ts';

type Body = Record<string, unknown>;
type ArchiveFile = { format: unknown; form: unknown; session: unknown; events: Body[]; sha256: unknown };

let base: Logged[] | undefined;

/** A small afternoon with an event of most kinds; the same every time. */
function baseLog(): Logged[] {
  if (base) return base;
  const room = openRoom();
  const seats = joinMany(room, 5);
  const [first = '', second = '', third = ''] = seats;
  openStep(room, 'alone');
  submit(room, first, { step: 'alone', prompt: 'thought' }, { text: text('Een gedachte') });
  openStep(room, 'pairs');
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const answer = submit(room, first, place, { judgement: judged('nee'), why: text('Om deze reden') });
  const other = seats.find((seat) => unitOfSeat(room, seat).unit !== unitOfSeat(room, first).unit) ?? second;
  const withdrawn = submit(room, other, place, { judgement: judged('deels'), why: text('Weg ermee') });
  room.must({ type: 'WithdrawAnswer', answer: withdrawn }, seatActor(other));
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  room.must({ type: 'TakePen', unit: unitOfSeat(room, first).unit }, seatActor(first));
  room.must({ type: 'AddNote', kind: 'insight', text: 'Een inzicht', item: null, subgroup: null });
  room.must({ type: 'GroupAnswers', step: 'pairs', theme: null, answers: [answer] });
  openStep(room, 'talk');
  room.must({ type: 'SpotlightAnswer', answer });
  room.must({ type: 'HideAnswer', answer, hidden: true });
  room.must({ type: 'HideAnswer', answer, hidden: false });
  const rest = { item: null, answers: [answer], notes: [] };
  room.must({ type: 'DrawConclusion', conclusion: null, kind: 'proposal', text: 'Een voorstel', ...rest });
  room.must({ type: 'RenameSeat', seat: third, name: 'Noor' });
  room.must({ type: 'LeaveSession' }, seatActor(third));
  room.must({ type: 'PublishSummary', introduction: 'Lees na' });
  room.must({ type: 'CloseSession' }, desk);
  base = room.log.map((event) =>
    event.type === 'SessionPlanned' && event.script ? { ...event, scriptHash: hashOfScript(event.script) } : event,
  );
  return base;
}
export const typesInBase = (): string[] => [...new Set(baseLog().map(({ type }) => type))];

function changeOne(file: ArchiveFile, change: LogChange): ArchiveFile {
  if ('file' in change) return { ...file, ...(change.file as object) };
  if (!('of' in change)) return file;
  const found = file.events.flatMap(({ type }, at) => (type === change.of ? [at] : []))[change.nth ?? 0];
  if (found === undefined) throw new Error(`no ${change.of} in the log`);
  const events = [...file.events];
  const event = events[found] as Body;
  if ('set' in change) events[found] = { ...event, ...change.set };
  else if ('drop' in change) {
    events[found] = Object.fromEntries(Object.entries(event).filter(([key]) => !change.drop.includes(key)));
  } else if (change.do === 'remove') events.splice(found, 1);
  else if (change.do === 'twice') events.splice(found, 0, event);
  else if (change.do === 'swap') events.splice(found, 2, ...events.slice(found, found + 2).reverse());
  else {
    events.splice(found, 1);
    events.splice(change.do === 'first' ? 0 : events.length, 0, event);
  }
  return { ...file, events };
}

/** The file as somebody would bring it in; its hash is made again, as by one who wants it in, unless it is `stale`. */
export function logFile({ changes, stale }: LogInput): string {
  const whole = changes.find((change) => 'text' in change);
  if (whole && 'text' in whole) return textOf(whole.text);
  const file = changes.reduce(changeOne, JSON.parse(archiveOf(baseLog())) as ArchiveFile);
  const isHashed = !stale && !changes.some((change) => 'file' in change && 'sha256' in change.file);
  const lines = isHashed && Array.isArray(file.events) ? file.events.map(sortedJson).join('\n') : '';
  const json = JSON.stringify({
    ...file,
    ...(isHashed && { sha256: createHash('sha256').update(lines).digest('hex') }),
  });
  const cut = changes.find((change) => 'cut' in change);
  return cut && 'cut' in cut ? json.slice(0, cut.cut) : json;
}

/** All events of a file that are ours by their form, in whatever order: folding them must never throw. */
export function foldWhatFits(json: string): number {
  let events: unknown;
  try {
    events = (JSON.parse(json) as { events?: unknown } | null)?.events;
  } catch {
    return 0;
  }
  let state = initialState();
  let folded = 0;
  for (const raw of Array.isArray(events) ? events : []) {
    const { seq = 0, at = 0, by = '', texts, ...body } = (raw ?? {}) as Body;
    const parsed = eventSchema.safeParse(body);
    if (!parsed.success) continue;
    state = evolve(state, { ...parsed.data, seq, at, by, ...(texts ? { texts } : {}) } as Logged);
    folded += 1;
  }
  return folded;
}

export async function logOutcome(input: LogInput): Promise<{ outcome: string; answer: string }> {
  const json = logFile(input);
  const read = await readArchive(json);
  foldWhatFits(json);
  const outcome = read.ok ? 'ok' : [read.reason, ...(read.seq === null ? [] : [read.seq])].join(' ');
  return { outcome, answer: read.ok ? '' : JSON.stringify(read) };
}
