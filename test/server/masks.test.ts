/** Covered words are covered everywhere: one rule for walls, phones, summary and every export (V4, P2, D1). */
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../server/exports/archive.ts';
import { hashOfScript } from '../../server/exports/script-hash.ts';
import { mark } from '../../shared/session/masks.ts';
import { publishedSummary } from '../../shared/views/summary.ts';
import { exportText } from '../support/exported.ts';
import { eventsOf, invite } from '../support/room.ts';
import { canary, canaryRoom, mayRead, said, wordless } from '../support/room-canary.ts';

const names = Object.keys(canaryRoom().readers);
const reading = (name: string, { readers }: ReturnType<typeof canaryRoom>) => readers[name]?.() ?? '';

test.each(names.filter((name) => !wordless.includes(name)))(
  '%s reads the words before they are covered, and again once they are uncovered (D1)',
  async (name) => {
    const scene = canaryRoom();
    expect(await reading(name, scene)).toContain(said);
    scene.room.must(scene.mask());
    scene.room.must(scene.mask({ spans: [] }));
    expect(await reading(name, scene)).toContain(said);
    expect(await reading(name, scene)).not.toContain(mark);
  },
);

describe.each(names)('%s', (name) => {
  const isWordless = wordless.includes(name);
  test(`${mayRead.includes(name) ? 'keeps' : 'reads no more of'} them once they are covered (V4)`, async () => {
    const scene = canaryRoom();
    scene.room.must(scene.mask());
    const read = await reading(name, scene);
    if (mayRead.includes(name)) expect(read).toContain(canary);
    else expect(read).not.toContain(canary);
    if (!isWordless) expect(read).toContain(`Wat ${mark} zei, telt`);
  });

  test('has none of them once they are covered for good, nor of the version before (P2)', async () => {
    const scene = canaryRoom();
    scene.room.must(scene.mask({ forGood: true }));
    expect(await reading(name, scene)).not.toContain(canary);
    if (!isWordless) expect(await reading(name, scene)).toContain(`Wat ${mark} zei, telt`);
  });

  test('reads nothing of what is written anew before the desk looked (V3)', async () => {
    const scene = canaryRoom();
    scene.room.must(scene.mask());
    scene.writeAnew(`Ik bedoel ${canary} dus`);
    // The facilitator's draft marks what is hidden.
    if ([...mayRead, 'draft of the summary'].includes(name))
      expect(await reading(name, scene)).toContain(`Ik bedoel ${canary} dus`);
    else expect(await reading(name, scene)).not.toContain(canary);
  });
});

test('given a version was published, and the one after it is covered, then readers have neither (V4)', () => {
  const { room, mask, writeAnew, readers } = canaryRoom();
  writeAnew(`Nu nog eens ${canary}`);
  const { field } = mask();
  room.must(mask({ field, spans: [{ from: 12, to: 19 }] }));
  expect(readers['published summary']?.()).not.toContain(canary);
  room.must({ type: 'PublishSummary', introduction: '' });
  expect(JSON.stringify(publishedSummary(room.log))).toContain(`Nu nog eens ${mark}`);
});

test('given an archive of erased words, then it goes back in; with the words put back it does not (P2)', async () => {
  const { room, mask } = canaryRoom();
  room.must(mask({ forGood: true }));
  const log = room.log.map((event) =>
    event.type === 'SessionPlanned' ? { ...event, scriptHash: hashOfScript(room.script) } : event,
  );
  expect(await readArchive(await exportText(log, 'archive'))).toMatchObject({ ok: true });
  const erased = eventsOf(room, 'AnswerMasked')[0]?.erased[0] ?? '';
  const whole = log.map((event) =>
    event.type === 'AnswerSubmitted' && JSON.stringify(event.values).includes(erased)
      ? { ...event, texts: { [erased]: said } }
      : event,
  );
  const { seq } = eventsOf(room, 'AnswerMasked')[0] ?? {};
  expect(await readArchive(await exportText(whole, 'archive'))).toEqual({ ok: false, reason: 'badEvent', seq });
});

test('given acts by several desks, then the log as a file says who did what about whom, undone acts too, and no words or names (P4)', async () => {
  const { room, answer, mask } = canaryRoom();
  invite(room, null, 'Anke');
  const co = { role: 'desk', facilitator: 'co-all' } as const;
  room.must({ type: 'HideAnswer', answer, hidden: true });
  room.must({ type: 'HideAnswer', answer, hidden: false }, co);
  room.must(mask({ forGood: true }), co);
  room.must({ type: 'HoldAnswers', step: 'pairs', held: true });
  const file = await exportText(room.log, 'moderation-csv');
  const acts = file
    .trim()
    .split('\r\n')
    .map((row) => row.split(',').slice(1, 4));
  expect(acts).toEqual([
    ['wie', 'handeling', 'stap'],
    ['begeleider', 'getoond', 'alone'],
    ['begeleider', 'uitgelicht', 'alone'],
    ['begeleider', 'verborgen', 'alone'],
    ['medebegeleider 1', 'teruggezet', 'alone'],
    ['medebegeleider 1', 'woorden voorgoed gewist', 'alone'],
    ['begeleider', 'nieuwe antwoorden wachten', 'pairs'],
  ]);
  expect(file).not.toMatch(/Kanarie|▇|Anke|telt|n00/);
});
