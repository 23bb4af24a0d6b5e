/** The interview script in threes with rotating roles, over real sockets, from the first phone to the summary (A3, V3, D2). */
import { expect, test } from 'vitest';
import type { FieldValues } from '../../shared/commands.ts';
import { activeUnits, answersOf, seatOf, textOf } from '../../shared/session/selectors.ts';
import { hasTurns, seatsInRole, turnOf } from '../../shared/session/turns.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { addPhone, connectFor, must, openServer, type Phone } from '../support/server-scene.ts';

const said = (text: string): FieldValues => ({ text: { kind: 'text', text } });
const approval = (choice: string): FieldValues => ({ ok: { kind: 'choice', choices: [choice] } });

test.each([6, 7, 8])(
  '%i people: everybody tells once, the writer writes it down, the teller agrees or takes it back',
  async (count) => {
    const server = await openServer();
    const session = await server.planSession('casestudie-interviewronde');
    const desk = await connectFor(server.url, session.ticket);
    const wall = await connectFor(server.url, session.wallTicket);
    const phones: Phone[] = [];
    for (let i = 0; i < count; i++) phones.push(await addPhone(server, session, { name: `Mens ${i}` }));
    for (const step of ['uitleg', 'interview']) await must(desk, { type: 'OpenStep', step, from: null });
    const step = desk.state().script.steps.find(({ id }) => id === 'interview');
    if (!step || !hasTurns(step)) throw new Error('no turns');
    const { turns } = step;
    const units = activeUnits(desk.state());
    expect(units.reduce((sum, { people }) => sum + people, 0)).toBe(count);
    const phoneOf = (seat: string | undefined) => phones.find(({ joined }) => joined.seat === seat) as Phone;
    for (const phone of phones)
      await phone.waitFor(
        'the interview',
        () => phone.state().step === 'interview' && seatOf(phone.state(), phone.joined.seat)?.unit,
      );

    const tellers: string[] = [];
    for (const { unit, people } of units) {
      const now = () => activeUnits(desk.state()).find((one) => one.unit === unit) as (typeof units)[number];
      const total = turnOf(desk.state(), step, now()).count;
      for (let turn = 1; turn <= total; turn++) {
        const [teller, writer] = [turns.subject, turns.writer].map((role) =>
          seatsInRole(desk.state(), step, now(), turn, role),
        );
        tellers.push(...(teller ?? []));
        const place = { type: 'SubmitAnswer', unit, step: 'interview', item: 'o1', turn } as const;
        const item = step.items
          ? (desk.state().script.itemSets[0]?.items.find(({ place: at }) => at !== 'before')?.id ?? 'o1')
          : 'list';
        const by = (seat: string | undefined, prompt: string, values: FieldValues) =>
          phoneOf(seat).command({ ...place, item, prompt, values });
        expect(await by(writer?.[0], 'situation', said(`Verhaal ${unit} ${turn}`))).toMatchObject({ ok: true });
        expect(await by(writer?.[0], 'helped', said(`Hielp ${unit} ${turn}`))).toMatchObject({ ok: true });
        if (people > 1)
          expect(await by(writer?.[0], 'approval', approval('ja'))).toEqual({
            ok: false,
            refusal: { reason: 'notYourRole' },
          });
        expect(await by(teller?.[0], 'approval', approval('ja'))).toMatchObject({ ok: true });
        if (turn < total)
          await must(phoneOf(teller?.[0]), { type: 'BeginTurn', step: 'interview', unit, turn: turn + 1 });
      }
    }
    // Everybody told, and in a three or a pair nobody twice.
    expect([...new Set(tellers)].sort()).toEqual(phones.map(({ joined }) => joined.seat).sort());
    expect(tellers).toHaveLength(count);

    const stories = answersOf(desk.state(), 'interview').filter(({ prompt }) => prompt === 'situation');
    expect(stories).toHaveLength(units.reduce((sum, { people }) => sum + Math.min(3, people), 0));
    // One teller does not want it kept: the writers of that unit take it back, words and all.
    const [gone] = stories;
    await must(phoneOf(units.find(({ unit }) => unit === gone?.unit)?.seats[0]), {
      type: 'WithdrawAnswer',
      answer: gone?.answer ?? '',
    });
    for (const { answer } of stories.slice(1)) await must(desk, { type: 'ReleaseAnswer', answer, released: true });
    await must(desk, { type: 'OpenStep', step: 'patroon', from: null });
    await wall.waitFor(
      'the stories',
      () =>
        answersOf(wall.state(), 'interview').filter(({ prompt }) => prompt === 'situation').length ===
        stories.length - 1,
    );
    expect(wall.raw.join('\n')).not.toContain(`Verhaal ${gone?.unit} ${gone?.turn}`);
    expect(new Set(answersOf(wall.state(), 'interview').map(({ answer }) => answer)).size).toBe(
      answersOf(wall.state(), 'interview').length,
    );

    const state = desk.state();
    const words = stories
      .slice(1)
      .flatMap(({ values }) => (values['text']?.kind === 'text' ? [textOf(state, values['text'].text)] : []));
    const host = await server.house.hosts.open(session.session);
    const summary = JSON.stringify(currentSummary(host?.log() ?? []));
    expect(words.filter((text) => !summary.includes(text))).toEqual([]);
    expect(summary).not.toContain(`Verhaal ${gone?.unit} ${gone?.turn}`);
    const csv = await server.asFacilitator<string>('GET', `/api/sessions/${session.session}/exports/csv`);
    for (const text of words) expect(csv.body).toContain(text);
    expect(csv.status).toBe(200);
    // Each turn has a name of its own in the files.
    expect(csv.body).toMatch(/G\d\d-2/);
  },
);

test('each turn has its own draft, which comes back after a reload', async () => {
  const server = await openServer();
  const session = await server.planSession('casestudie-interviewronde');
  const desk = await connectFor(server.url, session.ticket);
  const phones: Phone[] = [];
  for (let i = 0; i < 3; i++) phones.push(await addPhone(server, session));
  await must(desk, { type: 'OpenStep', step: 'interview', from: null });
  const [unit] = activeUnits(desk.state());
  const phone = phones[1] as Phone;
  await phone.waitFor('the interview', () => seatOf(phone.state(), phone.joined.seat)?.unit);
  const item = desk.state().script.itemSets[0]?.items.find(({ place }) => place === 'core')?.id ?? '';
  const draft = (turn: number) =>
    phone.draft({
      unit: unit?.unit ?? '',
      step: 'interview',
      item,
      prompt: 'situation',
      turn,
      values: said(`Klad ${turn}`),
      at: Date.now(),
      grewFrom: [],
    });
  for (const turn of [1, 2]) expect(await draft(turn)).toEqual({ ok: true });
  // There is no such turn: no program fills the disk with them.
  for (const turn of [4, 1000]) expect(await draft(turn)).toEqual({ ok: false });
  const again = await connectFor(server.url, phone.joined.ticket);
  const [welcome] = again.welcomes;
  expect(welcome?.ok && welcome.drafts.map(({ item: of, turn, values }) => [of, turn, values['text']])).toEqual([
    [item, 1, { kind: 'text', text: 'Klad 1' }],
    [item, 2, { kind: 'text', text: 'Klad 2' }],
  ]);
});
