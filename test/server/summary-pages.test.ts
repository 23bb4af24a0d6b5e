/** A summary of ten thousand answers takes long to make: what that asks of others is bounded (V4). */
import { expect, test } from 'vitest';
import { buildPages } from '../../server/http/summary-pages.ts';
import type { Host } from '../../server/live/session-host.ts';
import type { Grant } from '../../server/store/store.ts';
import { draftInSteps, draftSummary } from '../../shared/views/summary.ts';
import { playSession } from '../shared/summary-session.ts';

function published() {
  const session = playSession();
  session.wholeAfternoon();
  session.must({ type: 'PublishSummary', introduction: '' });
  return session;
}

test('the desk’s draft is made in steps, between which others get their turn, and is the same', () => {
  const { log } = published();
  const steps = draftInSteps(log);
  let turns = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      expect(value).toEqual(draftSummary(log));
      break;
    }
    turns++;
  }
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('many changes at once are read as one: after a summary that took long it rests, but never so long that what is hidden is there after a second (V4)', async () => {
  const session = published();
  const host = {
    get state() {
      return session.state;
    },
    log: () => session.log,
  } as unknown as Host;
  const grant = { id: 'link', kind: 'summary', terms: null } as Grant;
  let clock = 0;
  let took = 20;
  const slow = () => {
    // Each summary takes this long on this clock.
    const at = clock;
    clock += took;
    return at;
  };
  const { pageOf, restOf } = buildPages({ hosts: {}, bell: {} } as never, slow);
  const read = () => pageOf(host, 'link', undefined, grant);
  const rested = () => {
    const before = clock;
    const left = restOf(host);
    clock = before;
    return left;
  };
  const note = () => session.must({ type: 'AddNote', kind: 'insight', text: 'Iets', item: null, subgroup: null });
  const hide = () => {
    const [answer] = [...session.log].flatMap((event) => (event.type === 'AnswerSubmitted' ? [event.answer] : []));
    const hidden = session.log.filter(({ type }) => type === 'AnswerHidden').length % 2 === 0;
    session.must({ type: 'HideAnswer', answer: answer ?? '', hidden });
  };
  await read();
  expect(rested()).toBe(0);
  note();
  expect(rested()).toBe(0);
  hide();
  const left = rested();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(4 * took);
  clock += left;
  expect(rested()).toBe(0);
  took = 5_000;
  const first = await read();
  hide();
  expect(rested()).toBeLessThanOrEqual(600);
  clock += 600;
  expect((await read()).tag).not.toBe(first.tag);
});
