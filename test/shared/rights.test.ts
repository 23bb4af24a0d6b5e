/** Who may give which command: the whole table, generated; whoever is not in it is refused and changes nothing. */
import { describe, expect, test } from 'vitest';
import { type Command, type CommandType, commandSchema } from '../../shared/commands.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { decide, rights } from '../../shared/session/decide.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { desk, joinMany, openRoom, openStep, seatActor, submit, system, text } from '../support/room.ts';

/** One of each kind, in a room where it is about something that is there. */
const samples: { [K in CommandType]: Omit<Extract<Command, { type: K }>, 'type'> } = {
  TakeLead: {},
  InviteDesk: { facilitator: 'co-1', subgroup: null, name: 'Anke' },
  ChangeDetails: { title: 'Titel', date: '2026-11-23', place: '', partner: '', collaboration: '' },
  SetNotice: { purpose: 'Waarvoor', contact: 'Noor', research: true },
  SetConsent: { seat: 'SEAT', guest: false, agrees: false, shown: null },
  ErasePerson: { seat: 'SEAT' },
  OpenStep: { step: 'read', from: null },
  CloseStep: { step: 'alone' },
  AskQuestion: { question: 'Wat nu?', together: false, scale: null, from: 'alone' },
  SkipStep: { step: 'alone', skipped: true },
  MoveStep: { step: 'alone', before: null },
  PauseSession: { paused: true },
  ExtendClock: { step: 'alone', seconds: 120 },
  PauseClock: { step: 'alone', paused: true },
  RevealStep: { step: 'alone', revealed: true },
  ReleaseAnswer: { answer: 'ANSWER', released: true },
  HideAnswer: { answer: 'ANSWER', hidden: true },
  MaskAnswer: { answer: 'ANSWER', field: 'text', seen: 'SEEN', spans: [{ from: 0, to: 3 }], forGood: false },
  MoveAnswer: { answer: 'ANSWER', item: 'list' },
  HoldAnswers: { step: 'alone', held: true },
  KeepAnswer: { answer: 'ANSWER', kept: true },
  SpotlightAnswer: { answer: 'ANSWER' },
  SetWall: { wall: { mode: 'blank', item: null, prompt: null, page: 0, blank: true } },
  MeasureRoom: { width: 3, distance: 8 },
  GroupAnswers: { step: 'alone', theme: null, answers: ['ANSWER'] },
  UngroupAnswers: { step: 'alone', answers: ['ANSWER'] },
  NameTheme: { theme: 'THEME', name: 'Vertrouwen' },
  FormUnits: { step: 'pairs', seed: 1 },
  FormSubgroups: {},
  ChoosePairing: { pairing: 'self' },
  SeatTheRest: {},
  ArrangeUnits: { units: [] },
  MoveSeat: { seat: 'SEAT', unit: null },
  MoveUnit: { unit: 'UNIT', subgroup: 'a' },
  NameSubgroup: { subgroup: 'a', name: 'Lijsters', place: 'Bij het raam' },
  DealItems: { step: 'model', unit: 'UNIT', items: ['o1'] },
  RemoveSeat: { seat: 'SEAT', removed: true },
  RenameSeat: { seat: 'SEAT', name: 'Noor' },
  LockDoor: { locked: true },
  AddNote: { kind: 'insight', text: 'Een inzicht', item: null, subgroup: null },
  ChangeNote: { note: 'n', text: 'Anders' },
  RemoveNote: { note: 'n', removed: true },
  DrawConclusion: { conclusion: null, kind: 'conclusion', text: 'Dus', item: null, answers: ['ANSWER'], notes: [] },
  RemoveConclusion: { conclusion: 'c', removed: true },
  AskConclusion: { conclusion: 'c' },
  HideMinority: { conclusion: 'c', seat: 'SEAT', hidden: true },
  DecideProposal: { conclusion: 'c', decision: 'taken', reason: 'Goed gezien' },
  MakeAgreement: { agreement: null, step: 'harvest', values: { what: text('Meer ruimte') } },
  RemoveAgreement: { agreement: 'a', removed: true },
  PlanCheck: { check: 'check', until: 5 },
  TakeCheck: { check: 'check', upTo: 3 },
  CloseSession: {},
  ReopenSession: {},
  ArchiveSession: { archived: true },
  KeepSession: { days: 120, reason: 'Het verslag is nog niet af' },
  PublishSummary: { introduction: 'Samen' },
  WithdrawSummary: {},
  CommentSummary: { comment: 'comment', link: 'link', section: null, text: 'Mooi', signature: '' },
  HideComment: { comment: 'comment', hidden: true },
  WithdrawComment: { comment: 'comment', link: 'link' },
  ArrangeSummary: { titles: [{ section: 'definition', title: 'Eigen' }], order: [], hidden: [], seen: 0 },
  Join: { people: 1, perspectives: [], name: '' },
  ShareSeat: { guest: [] },
  JoinOtherUnit: {},
  LeaveSession: {},
  FindPartner: { number: 12 },
  TakePen: { unit: 'UNIT' },
  PassPen: { unit: 'UNIT', seat: 'SEAT' },
  AskPen: { unit: 'UNIT' },
  SubmitAnswer: { unit: 'SEAT', step: 'alone', item: 'list', prompt: 'thought', values: { text: text('Ja') } },
  BeginTurn: { step: 'interview', unit: 'UNIT', turn: 1 },
  WithdrawAnswer: { answer: 'ANSWER' },
  MarkUnclear: { step: 'alone', item: 'def', phrases: [] },
  JudgeConclusion: { conclusion: 'c', agrees: true, note: '' },
  StarAnswer: { answer: 'ANSWER', starred: true },
  RecogniseAnswer: { answer: 'ANSWER', recognised: true },
};
const kinds = Object.keys(samples) as CommandType[];

function scene() {
  const room = openRoom();
  const [seat = '', other = ''] = joinMany(room, 4);
  openStep(room, 'alone');
  const answer = submit(room, seat, { step: 'alone', prompt: 'thought' }, { text: text('Van mij') });
  const command = (kind: CommandType): Command => {
    const words = JSON.stringify({ type: kind, ...samples[kind] });
    return JSON.parse(words.replaceAll('ANSWER', answer).replaceAll('SEAT', seat).replaceAll('UNIT', 'unit'));
  };
  return { room, seat, other, command };
}

test('every kind of command that the gateway lets through stands in the table of rights, and the other way round', () => {
  const inSchema = commandSchema._zod.def.options.flatMap((option) => [...option._zod.def.shape.type._zod.def.values]);
  expect(Object.keys(rights).sort()).toEqual([...inSchema].sort());
  expect(kinds.sort()).toEqual([...inSchema].sort());
  const { command } = scene();
  for (const kind of kinds) expect(commandSchema.safeParse(command(kind)).success).toBe(true);
});

describe.each(kinds)('%s', (kind) => {
  test.each(['desk', 'seat', 'system'] as const)('by %s', (role) => {
    const { room, other, command } = scene();
    const actors: Record<Actor['role'], Actor> = { desk, system, seat: seatActor(other) };
    const length = room.log.length;
    const before = room.state;
    const decision = room.decide(command(kind), actors[role]);
    if (rights[kind].includes(role)) {
      expect(decision.ok || decision.refusal.reason).not.toBe('notAllowed');
    } else {
      expect(decision).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
      expect(room.log).toHaveLength(length);
      expect(room.state).toBe(before);
    }
  });

  test('before the session is planned, or by a seat that is not there or was taken out, it is refused', () => {
    const { room, seat, command } = scene();
    const context = { now: 0, newId: () => 'id', signOf: () => null };
    const refused = (state: typeof room.state, actor: Actor) => {
      const decision = decide(state, command(kind), actor, context);
      return !decision.ok && decision.refusal.reason;
    };
    const [role = 'desk'] = rights[kind];
    const actor = role === 'desk' ? desk : role === 'system' ? system : seatActor(seat);
    expect(refused(initialState(), actor)).toBe('noSuchSession');
    if (!rights[kind].includes('seat')) return;
    expect(refused(room.state, seatActor('nobody'))).toBe('noSuchSeat');
    room.must({ type: 'RemoveSeat', seat, removed: true });
    expect(refused(room.state, seatActor(seat))).toBe('seatRemoved');
  });
});

test('what a participant may do with another’s answer: nothing but star and recognise what is shown', () => {
  const { room, other, command } = scene();
  expect(room.refused(command('WithdrawAnswer'), seatActor(other))).toBe('noSuchAnswer');
  expect(room.refused(command('SubmitAnswer'), seatActor(other))).toBe('noSuchUnit');
});

/** The states of a session, each reached from the one before. */
const states: [string, Command[]][] = [
  ['an open step', []],
  ['locked', [{ type: 'LockDoor', locked: true }]],
  ['between steps', [{ type: 'CloseStep', step: 'alone' }]],
  ['closed', [{ type: 'CloseSession' }]],
  ['published', [{ type: 'PublishSummary', introduction: 'Samen' }]],
  ['archived', [{ type: 'ArchiveSession', archived: true }]],
];
/** What somebody may still do when the session is over: leave, take back what is theirs, and be erased. */
const seatsAfterwards: CommandType[] = ['ErasePerson', 'LeaveSession', 'WithdrawAnswer'];

test('in no state of a session does anybody have a right that the table does not give; afterwards a seat only takes back and leaves', () => {
  let cells = 0;
  const allowed = new Set<CommandType>();
  for (const [i, [name]] of states.entries()) {
    for (const kind of kinds) {
      for (const role of ['desk', 'seat', 'system'] as const) {
        const { room, seat, other, command } = scene();
        for (const [, commands] of states.slice(0, i + 1)) for (const one of commands) room.must(one);
        const actors: Record<Actor['role'], Actor> = {
          desk,
          system,
          seat: seatActor(seatsAfterwards.includes(kind) ? seat : other),
        };
        const before = room.state;
        const decision = room.decide(command(kind), actors[role]);
        cells += 1;
        const isOver = role === 'seat' && ['closed', 'published', 'archived'].includes(name);
        if (!rights[kind].includes(role)) {
          expect(decision, `${kind} by ${role}, ${name}`).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
          expect(room.state).toBe(before);
        } else if (isOver && decision.ok) allowed.add(kind);
      }
    }
  }
  expect([...allowed].sort()).toEqual(seatsAfterwards);
  expect(cells).toBe(states.length * kinds.length * 3);
});
