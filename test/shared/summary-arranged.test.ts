/** The summary as the facilitator arranges it: titles, order and what readers do not get; frozen when published (D1, V4). */
import { expect, test } from 'vitest';
import type { CommandOf } from '../../shared/commands.ts';
import { say } from '../../shared/script-queries.ts';
import { currentSummary, draftSummary, publishedSummary, type Summary } from '../../shared/views/summary.ts';
import { playSession } from './summary-session.ts';

type Session = ReturnType<typeof playSession>;
type Form = Omit<CommandOf<'ArrangeSummary'>, 'type'>;

function afternoon(): Session {
  const session = playSession();
  session.wholeAfternoon();
  return session;
}
const seqOf = ({ state }: Session) => state.arranged.seq;
const arrange = (session: Session, form: Partial<Form> = {}) =>
  session.must({ type: 'ArrangeSummary', titles: [], order: [], hidden: [], seen: seqOf(session), ...form });
const gives = (session: Session, form: Partial<Form>) =>
  session.give({ type: 'ArrangeSummary', titles: [], order: [], hidden: [], seen: seqOf(session), ...form });
const namesOf = (summary: Summary | null) => summary?.sections.map(({ title }) => say(title, 'nl')) ?? [];
const idsOf = (summary: Summary | null) => summary?.sections.map(({ id }) => id) ?? [];
const published = ({ log }: Session) => publishedSummary(log);

test('given own titles and an order, then readers get them in both languages, with the script’s title kept beside it', () => {
  const session = afternoon();
  const [first = '', second = '', ...others] = idsOf(currentSummary(session.log));
  const before = namesOf(currentSummary(session.log));
  arrange(session, { titles: [{ section: second, title: 'Wat ons kenmerkt' }], order: [second, first] });
  const now = currentSummary(session.log);
  expect(idsOf(now)).toEqual([second, first, ...others]);
  expect(namesOf(now).slice(0, 2)).toEqual(['Wat ons kenmerkt', before[0]]);
  expect(say(now.sections[0]?.title, 'en')).toBe('Wat ons kenmerkt');
  expect(say(now.sections[0]?.scriptTitle ?? undefined, 'nl')).toBe(before[1]);
  expect(now.sections[1]?.scriptTitle).toBeNull();
});

test('given a section or an item that is hidden, then no reader gets it, nor its place in the order; the facilitator sees it marked', () => {
  const session = afternoon();
  const model = currentSummary(session.log).sections.find(({ kind }) => kind === 'model');
  const [item] = model?.order ?? [];
  const [first = ''] = idsOf(currentSummary(session.log));
  if (!model || !item) throw new Error('no model');
  arrange(session, { hidden: [first, `${model.id}/${item.item}`] });
  const now = currentSummary(session.log);
  expect(idsOf(now)).not.toContain(first);
  const read = now.sections.find(({ id }) => id === model.id);
  expect(read?.items.map(({ id }) => id)).not.toContain(item.item);
  expect(read?.order.map((rank) => rank.item)).not.toContain(item.item);
  const { draft } = draftSummary(session.log);
  expect(draft.sections.find(({ id }) => id === first)?.hidden).toBe(true);
  const marked = draft.sections.find(({ id }) => id === model.id)?.items.filter(({ hidden }) => hidden);
  expect(marked?.map(({ id }) => id)).toEqual([item.item]);
});

test('given a summary that was published, then another title or order waits for the next version', () => {
  const session = afternoon();
  const ids = idsOf(currentSummary(session.log));
  const [first = ''] = ids;
  arrange(session, { titles: [{ section: first, title: 'Eerste titel' }] });
  session.must({ type: 'PublishSummary', introduction: '' });
  arrange(session, { titles: [{ section: first, title: 'Tweede titel' }], order: ids.toReversed() });
  expect([namesOf(published(session))[0], idsOf(published(session))]).toEqual(['Eerste titel', ids]);
  expect(draftSummary(session.log).changed).toBe(true);
  session.must({ type: 'PublishSummary', introduction: '' });
  expect([namesOf(published(session)).at(-1), idsOf(published(session))]).toEqual(['Tweede titel', ids.toReversed()]);
  expect(idsOf(publishedSummary(session.log, 1))).toEqual(ids);
  expect(namesOf(publishedSummary(session.log, 1))[0]).toBe('Eerste titel');
});

test('given a part that is hidden after publishing, then it is gone from every version at once; the undo brings it back (V4, D1)', () => {
  const session = afternoon();
  const [first = '', second = ''] = idsOf(currentSummary(session.log));
  arrange(session, { hidden: [second] });
  session.must({ type: 'PublishSummary', introduction: '' });
  arrange(session, { hidden: [first] });
  expect(idsOf(published(session))).not.toContain(first);
  // What was hidden when it was published stays out of that version.
  expect(idsOf(published(session))).not.toContain(second);
  arrange(session, { hidden: [second] });
  expect(idsOf(published(session))).toContain(first);
  expect(idsOf(published(session))).not.toContain(second);
});

test('given answers of a part that is hidden, then readers get them as a conclusion’s quote or a starred one neither; the facilitator does (V4)', () => {
  const session = afternoon();
  const [section] = currentSummary(session.log).sections.filter(({ items }) => items.length > 1);
  const item = section?.items.find(({ prompts }) => prompts.some(({ quotes }) => quotes.length > 0));
  const [said] = draftSummary(session.log).draft.sections.flatMap(({ id, items }) =>
    id === section?.id ? items.flatMap((one) => (one.id === item?.id ? one.prompts.flatMap((p) => p.quotes) : [])) : [],
  );
  if (!section || !item || !said?.answer) throw new Error('nothing was said');
  session.must({ type: 'KeepAnswer', answer: said.answer, kept: true });
  const drawn = {
    conclusion: null,
    kind: 'conclusion',
    text: 'Wij leren.',
    item: null,
    answers: [said.answer],
  } as const;
  session.must({ type: 'DrawConclusion', ...drawn, answers: [...drawn.answers], notes: [] });
  session.must({ type: 'PublishSummary', introduction: '' });
  expect(published(session)?.conclusions[0]?.quotes).toMatchObject([{ text: said.text }]);
  for (const hidden of [`${section.id}/${item.id}`, section.id]) {
    arrange(session, { hidden: [hidden] });
    for (const summary of [published(session), currentSummary(session.log)]) {
      expect(summary?.conclusions[0]).toMatchObject({ quotes: [], unread: 1 });
      expect(JSON.stringify(summary)).not.toContain(said.text);
    }
    expect(draftSummary(session.log).draft.conclusions[0]?.quotes).toMatchObject([{ text: said.text }]);
  }
  arrange(session);
  expect(published(session)?.taken).toMatchObject([{ text: said.text }]);
});

test('given two desks that arrange at once, then the second is told to look first, and nothing of the first is lost', () => {
  const session = afternoon();
  const [first = '', second = ''] = idsOf(currentSummary(session.log));
  const seen = seqOf(session);
  arrange(session, { hidden: [first], seen });
  expect(gives(session, { hidden: [second], seen })).toBe(false);
  expect(session.state.arranged.hidden).toEqual([first]);
});

test('given what is not in this summary, twice the same, or no change, then it is refused', () => {
  const session = afternoon();
  const [first = ''] = idsOf(currentSummary(session.log));
  expect(gives(session, {})).toBe(false);
  for (const form of [
    { order: ['nergens'] },
    { order: [first, first] },
    { hidden: [`${first}/nergens`] },
    { hidden: ['__proto__'] },
    { titles: [{ section: 'nergens', title: 'Titel' }] },
    { titles: [{ section: first, title: 'x'.repeat(201) }] },
  ]) {
    expect(gives(session, form), JSON.stringify(form)).toBe(false);
  }
  // Empty words give back the script's title.
  arrange(session, { titles: [{ section: first, title: 'Titel' }] });
  arrange(session, { titles: [{ section: first, title: '' }] });
  expect(currentSummary(session.log).sections[0]?.scriptTitle).toBeNull();
});
