/** Covering words: what may be covered, what is kept, and what waits for the desk afterwards (V4, D1, A3). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSound, coverWords, mark, spansAsText, spansIn } from '../../shared/session/masks.ts';
import { deskIn, eventsOf, invite, seatActor } from '../support/room.ts';
import { canary, canaryRoom, said } from '../support/room-canary.ts';
import { heldBy, shownOn } from '../support/wall-scene.ts';

test('given any words, whatever is covered in them is as wide as anything else (V4)', () => {
  expect(
    coverWords('Jan en Annemarie', [
      { from: 7, to: 16 },
      { from: 0, to: 3 },
    ]),
  ).toBe(`${mark} en ${mark}`);
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (words, a, b) => {
      const [from, to] = [a % words.length, (a % words.length) + 1 + (b % words.length)];
      const span = [{ from, to: Math.min(to, words.length) }];
      fc.pre(areSound(words, span));
      expect(coverWords(words, span)).toBe(words.slice(0, from) + mark + words.slice(span[0]?.to));
      expect(spansIn(spansAsText(span))).toEqual(span);
    }),
  );
});

describe('refusals', () => {
  const spans: [string, { from: number; to: number }[]][] = [
    ['past the end', [{ from: 0, to: said.length + 1 }]],
    ['backwards', [{ from: 5, to: 2 }]],
    ['empty', [{ from: 3, to: 3 }]],
    ['only a space', [{ from: 3, to: 4 }]],
    [
      'over one another',
      [
        { from: 0, to: 5 },
        { from: 4, to: 8 },
      ],
    ],
  ];
  test.each(spans)('spans %s do not fit', (_what, wrong) => {
    const { room, mask } = canaryRoom();
    expect(room.refused(mask({ spans: wrong }))).toBe('doesNotFit');
  });

  test('a span that cuts a character in two does not fit: the words would come back changed (S3)', () => {
    const { room, mask, writeAnew } = canaryRoom();
    writeAnew('Wij 👩 zien');
    expect(room.refused(mask({ spans: [{ from: 4, to: 5 }] }))).toBe('doesNotFit');
    room.must(mask({ spans: [{ from: 4, to: 6 }] }));
  });

  test('another version, another field, nothing to erase, another’s answer: each says why', () => {
    const { room, answer, mask, writer } = canaryRoom();
    expect(room.refused(mask({ seen: 'an-older-text' }))).toBe('answerChanged');
    expect(room.refused(mask({ field: 'constructor' }))).toBe('doesNotFit');
    expect(room.refused(mask({ spans: [], forGood: true }))).toBe('doesNotFit');
    expect(room.refused(mask({ answer: 'a/b/c/d' }))).toBe('noSuchAnswer');
    expect(room.refused(mask(), seatActor(writer))).toBe('notAllowed');
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(writer));
    expect(room.refused(mask())).toBe('withdrawn');
  });
});

test('given a co-facilitator of one subgroup, then only answers of that subgroup can be covered or moved there', () => {
  const { room, mask, screens, answer } = canaryRoom();
  const own = screens['wall of its subgroup'].subgroup ?? '';
  for (const subgroup of ['a', 'b']) {
    invite(room, subgroup);
    if (subgroup === own) continue;
    expect(room.refused(mask(), deskIn(subgroup))).toBe('notAllowed');
    expect(room.refused({ type: 'MoveAnswer', answer, item: null }, deskIn(subgroup))).toBe('notAllowed');
  }
  room.must(mask(), deskIn(own));
});

test('given covered words, then the writer reads their own and knows that some are covered; the light stays on', () => {
  const { room, mask, screens, answer } = canaryRoom();
  room.must(mask());
  const writer = screens['phone of its writer'];
  expect(shownOn(writer)).toEqual([said]);
  expect(heldBy(writer)).toContain(`Wat ${mark} zei, telt`);
  expect(shownOn(screens.wall)).toEqual([`Wat ${mark} zei, telt`]);
  for (const screen of Object.values(screens)) expect(screen.state.spotlight).toBe(answer);
});

test('given other words are covered instead, then what was covered first is read again, and the first mask is nowhere (D1)', async () => {
  const { room, mask, readers, told } = canaryRoom();
  room.must(mask());
  room.must(mask({ spans: [{ from: 0, to: 3 }] }));
  expect(await readers['wall']?.()).toContain(`${mark} ${canary} zei, telt`);
  expect(await readers['archive']?.()).not.toContain(`Wat ${mark} zei`);
  expect(told()?.masks).toHaveLength(1);
  expect(room.must(mask({ spans: [{ from: 0, to: 3 }] })), 'again: it is so already').toEqual([]);
});

test('given two desks that cover words of one answer, then the second, who saw what was read before, is refused and nothing is uncovered; so is an old undo (V4)', async () => {
  const { room, mask, readers, told } = canaryRoom();
  const both = [mask(), mask({ spans: [{ from: 0, to: 3 }] })] as const;
  const undo = mask({ spans: [] });
  room.must(both[0]);
  expect(room.refused(both[1], deskIn('all'))).toBe('answerChanged');
  expect(room.refused(undo)).toBe('answerChanged');
  expect(await readers['wall']?.()).not.toContain(canary);
  expect(told()?.masks).toHaveLength(1);
  // Read again, it covers its own beside what was covered.
  const from = said.indexOf(canary);
  room.must(
    mask({
      spans: [
        { from: 0, to: 3 },
        { from, to: from + canary.length },
      ],
    }),
    deskIn('all'),
  );
  expect(await readers['wall']?.()).toContain(`${mark} ${mark} zei, telt`);
});

test('given words left for good, then places that were chosen in the old words cover nothing else (V4)', async () => {
  const { room, mask, readers } = canaryRoom();
  const old = mask({ spans: [{ from: 0, to: 3 }] });
  room.must(mask({ forGood: true }));
  const before = await readers['wall']?.();
  expect(room.refused(old)).toBe('answerChanged');
  expect(await readers['wall']?.()).toBe(before);
});

describe('written anew after covering', () => {
  test.each([[false], [true]])(
    'the new words wait for the desk (for good: %s), and so do all after them',
    (forGood) => {
      const { room, mask, writeAnew, told, answer } = canaryRoom();
      room.must(mask({ forGood }));
      for (const words of ['Nieuwe woorden', 'Nog nieuwere']) {
        writeAnew(words);
        expect(told()).toMatchObject({ hidden: true });
        room.must({ type: 'HideAnswer', answer, hidden: false });
      }
    },
  );

  test('also where it was withdrawn in between: that is no way around it', () => {
    const { room, mask, writeAnew, told, answer, writer } = canaryRoom();
    room.must(mask());
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(writer));
    writeAnew(`Toch ${canary}`);
    expect(told()).toMatchObject({ hidden: true });
  });

  test('but not where it was uncovered again: an undone act leaves nothing behind (D1)', () => {
    const { room, mask, writeAnew, told } = canaryRoom();
    room.must(mask());
    room.must(mask({ spans: [] }));
    writeAnew('Nieuwe woorden');
    expect(told()).toMatchObject({ hidden: false });
  });
});

test('given words are erased, then earlier versions without them stay, and nothing tells how long they were (A3, P2)', () => {
  const { room, mask, writeAnew, told } = canaryRoom();
  writeAnew('Zonder naam');
  writeAnew(`Met ${canary}`);
  room.must(mask({ spans: [{ from: 4, to: 11 }] }));
  room.must(mask({ spans: [{ from: 4, to: 11 }], forGood: true }));
  expect(JSON.stringify(room.log)).toContain('Zonder naam');
  expect(JSON.stringify(room.log)).not.toContain(canary);
  expect(JSON.stringify(eventsOf(room, 'AnswerMasked'))).not.toContain('4-11');
  expect(told()).toMatchObject({ version: 4, masks: [] });
});

test('given everything of it is withdrawn, then its masks go too (P2)', () => {
  const { room, mask, answer, writer } = canaryRoom();
  room.must(mask());
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(writer));
  expect(JSON.stringify(room.log)).not.toContain(mark);
});
