// A room for the phone's screens without a server: the real rules and the real fold, and an acknowledgement that waits.
import { page } from 'vitest/browser';
import type { Keep } from '../../client/live/storage.ts';
import { openStorage } from '../../client/live/storage.ts';
import type { PhoneLive, Room } from '../../client/phone/room.ts';
import { view } from '../../client/phone/view.svelte.ts';
import { wording } from '../../client/phone/wording.svelte.ts';
import type { Command } from '../../shared/commands.ts';
import type { CommandResult, Draft, DraftMessage } from '../../shared/protocol.ts';
import type { Script, Step } from '../../shared/script.ts';
import type { Actor } from '../../shared/session/actor.ts';
import type { Decision } from '../../shared/session/decide/decision.ts';
import { decide, plan } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';

const wall = { reveal: 'whenAllSubmitted', groupBy: 'item', order: 'script' } as const;
const common = {
  minutes: 5,
  before: false,
  prompts: [],
  split: false,
  cluster: false,
  notes: [],
  content: [],
  hints: [],
};

/** One definition, read and then talked about in pairs. */
export const script: Script = {
  format: 'in-gesprek/script@1',
  id: 'small',
  version: '1',
  languages: ['nl'],
  title: { nl: 'Klein' },
  minutes: 10,
  authors: [],
  sources: [],
  explorations: [],
  perspectives: { options: [{ id: 'docent', label: { nl: 'docent' } }], max: 2 },
  privacy: { tip: { nl: 'Noem geen namen.' }, keepDays: 90, breakdownFrom: 5 },
  clock: { warnSeconds: [120, 30], extendMinutes: 2 },
  scales: {
    three: [
      { id: 'ja', label: { nl: 'ja' }, shape: 'full', counted: true },
      { id: 'deels', label: { nl: 'deels' }, shape: 'half', counted: true },
      { id: 'nee', label: { nl: 'nee' }, shape: 'open', counted: true },
    ],
  },
  itemSets: [
    {
      id: 'set',
      kind: 'definition',
      title: { nl: 'De tekst' },
      items: [
        {
          id: 'def',
          title: { nl: 'Het begrip' },
          text: { nl: 'Leren in de praktijk.' },
          phrases: { nl: ['de praktijk'] },
        },
      ],
    },
  ],
  agenda: [],
  steps: [
    { ...common, id: 'in', kind: 'arrival', form: 'individual', title: { nl: 'Inloop' }, wall },
    {
      ...common,
      id: 'lezen',
      kind: 'reading',
      form: 'individual',
      title: { nl: 'Lezen' },
      items: { set: 'set', as: 'each' },
      wall,
    },
    {
      ...common,
      id: 'duo',
      kind: 'answering',
      form: 'pair',
      title: { nl: 'In gesprek' },
      items: { set: 'set', as: 'each' },
      split: true,
      prompts: [
        {
          id: 'p',
          title: { nl: 'Herkenbaar?' },
          fields: [
            { id: 'j', kind: 'judgement', scale: 'three', optional: false },
            { id: 't', kind: 'text', max: 40, optional: true, label: { nl: 'Waarom?' } },
          ],
        },
      ],
      wall,
    },
    { ...common, id: 'praat', kind: 'discussion', form: 'everyone', title: { nl: 'Wat valt op?' }, about: 'duo', wall },
  ],
};
export const stepNamed = (id: string): Step => script.steps.find((step) => step.id === id) as Step;

export type FakeRoom = ReturnType<typeof fakeRoom>;

/** Two people, Noor and Hamid, each with a phone, and one answering step open; `room` is Noor's phone. */
export function fakeRoom(keep: Keep = openStorage(), played: Script = script) {
  let count = 0;
  let clock = 1_000;
  const told: Draft[] = [];
  const since = new Map<string, number>();
  const wroteAt = (seat: string) => Math.max(0, ...told.filter((draft) => draft.seat === seat).map(({ at }) => at));
  const signOf = (seat: string) =>
    isHere(seat) ? { since: since.get(seat) ?? 0, hereUntil: 0, wroteAt: wroteAt(seat) } : null;
  const context = () => ({ now: ++clock, newId: () => `id${++count}`, signOf });
  let state = $state.raw<SessionState>(initialState());
  let counts = $state.raw<PhoneLive['counts']>({ people: 2, online: 2, units: 1, seeking: 0, submitted: {} });

  function fold(decision: Decision): CommandResult {
    if (!decision.ok) return decision;
    for (const event of decision.events) state = evolve(state, { ...event, seq: state.seq + 1, at: clock, by: '' });
    return { ok: true, seq: state.seq };
  }
  const now = () => state;
  const give = (command: Command, actor: Actor) => fold(decide(state, command, actor, context()));
  const desk = (command: Command) => give(command, { role: 'desk', facilitator: 'f' });
  fold(
    plan(
      initialState(),
      {
        session: 's',
        script: played,
        scriptHash: 'h',
        language: 'nl',
        title: 'Avond',
        date: '2026-11-24',
        place: '',
        partner: '',
        collaboration: '',
      },
      context(),
    ),
  );
  for (const name of ['Noor', 'Hamid'])
    give({ type: 'Join', people: 1, perspectives: ['docent'], name }, { role: 'system' });
  const [noor = '', hamid = ''] = [...valuesOf(now().seats)]
    .sort((a, b) => a.joinedAt - b.joinedAt)
    .map(({ seat }) => seat);
  desk({ type: 'OpenStep', step: 'duo', from: null });
  const unit = [...valuesOf(now().units)][0]?.unit ?? '';
  const phones: ReturnType<typeof phoneOf>[] = [];
  const isHere = (seat: string) => phones.some((phone) => phone.seat === seat && phone.live.status === 'online');

  /** The pen comes at once; answers wait until the test acknowledges them, and without a network everything waits. */
  function phoneOf(seat: string) {
    let status = $state<PhoneLive['status']>('online');
    let pending = $state.raw<PhoneLive['outbox']['pending']>([]);
    let drafts = $state.raw<Record<string, Draft>>({});
    const waiting: { command: Command; answer: () => void }[] = [];
    const shared: DraftMessage[] = [];
    const isPen = ({ command }: { command: Command }) => /Pen$/.test(command.type);
    function flush(isMeant: (entry: { command: Command }) => boolean): void {
      while (status === 'online' && waiting[0] && isMeant(waiting[0])) waiting.shift()?.answer();
    }
    const live: PhoneLive = {
      get state() {
        return state;
      },
      get status() {
        return status;
      },
      get drafts() {
        return drafts;
      },
      get beside() {
        return { unit, here: [noor, hamid].filter(isHere) };
      },
      outbox: {
        get pending() {
          return pending;
        },
      },
      ready: true,
      goneBecause: null,
      behindPortal: false,
      outdated: false,
      get counts() {
        return counts;
      },
      now: () => ++clock,
      draft(draft) {
        shared.push(draft);
        tell({ ...draft, seat });
      },
      stop: () => undefined,
      send(command) {
        const entry = { commandId: `c${++count}`, command, at: 0 };
        pending = [...pending, entry];
        const result = new Promise<CommandResult>((resolve) => {
          const answer = () => {
            pending = pending.filter((other) => other !== entry);
            resolve(give(command, { role: 'seat', seat }));
          };
          waiting.push({ command, answer });
        });
        flush(isPen);
        return result;
      },
    };
    const hear = (draft: Draft) => {
      drafts = { ...drafts, [`${draft.step}/${draft.unit}/${draft.item}/${draft.prompt}/${draft.seat}`]: draft };
    };
    const room: Room = {
      live,
      keep,
      seat: { session: 's', seat, ticket: 'ticket', recovery: 'BCDFGHJKLM', title: 'Avond' },
    };
    return {
      ...{ room, live, seat, shared, hear },
      acknowledge: () => flush(() => true),
      setStatus(next: PhoneLive['status']): void {
        status = next;
        if (next !== 'online') return;
        since.set(seat, ++clock);
        for (const draft of told) if (draft.seat !== seat) hear(draft);
        flush(isPen);
      },
    };
  }
  function tell(draft: Draft): void {
    told.push(draft);
    for (const phone of phones) if (phone.seat !== draft.seat && phone.live.status === 'online') phone.hear(draft);
  }
  const mine = phoneOf(noor);
  const other = phoneOf(hamid);
  phones.push(mine, other);

  return {
    ...mine,
    /** The phone of Hamid. */
    other,
    unit,
    desk,
    setCounts: (next: Partial<PhoneLive['counts']>) => {
      counts = { ...counts, ...next };
    },
    wait: (milliseconds: number) => {
      clock += milliseconds;
    },
    asHamid: (command: Command) => give(command, { role: 'seat', seat: hamid }),
    hamidTypes(text: string) {
      const draft = { step: 'duo', unit, item: 'def', prompt: 'p', values: { t: { kind: 'text', text } as const } };
      tell({ ...draft, seat: hamid, at: ++clock, grewFrom: [] });
    },
  };
}

/** A phone's width, Dutch words, and nothing kept from the test before. */
export async function freshPhone(): Promise<void> {
  await page.viewport(390, 844);
  localStorage.clear();
  view.open(openStorage());
  await wording.open(openStorage(), 'nl');
  await wording.openRoom();
  await wording.openRest();
}
