/** Random commands of every kind: mostly such as a screen would give now, sometimes too late, too early or rubbish. */
import type { Command, CommandOf, CommandType, FieldValues } from '../../shared/commands.ts';
import { noteKinds, type Prompt, type Step, wallModes } from '../../shared/script.ts';
import { answerableItems, itemsOf } from '../../shared/script-queries.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { rights } from '../../shared/session/decide.ts';
import { type Answer, answerIdOf } from '../../shared/session/state.ts';
import { entriesOf, valuesOf } from '../../shared/session/table.ts';
import { normaliseText } from '../../shared/text.ts';
import { readTextOf } from '../../shared/views/desk.ts';
import { type Room, seatActor, system } from './room.ts';
import { conclusionMakers } from './room-conclusion-commands.ts';
import type { Random } from './room-random.ts';

export type Given = { command: Command; actor: Actor };

/** Ids that nobody gave, among them what an object knows by itself. */
const strange = ['nope', '__proto__', 'constructor', 'toString', 'a', 'list'];
const samples = [
  '',
  'Lef.',
  'Wij  zien\r\ndit ook',
  '👩‍👩‍👧‍👦'.repeat(3),
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  'x'.repeat(450),
  'na\u0000am',
  '<b>vet</b>',
];

const invitations: readonly [string, string | null][] = [
  ['co-a', 'a'],
  ['co-b', 'b'],
  ['co-all', null],
];

export function buildGiver(room: Room, random: Random) {
  let words = 0;
  const arrangements: CommandOf<'ArrangeUnits'>[] = [];
  const { pick, pickOr, chance, below } = random;
  const { script } = room;

  const say = () => (chance(0.15) ? normaliseText(pick(samples)) : `woorden ${++words}`);
  const strangely = <T extends string>(id: T): T => (chance(0.05) ? (pick(strange) as T) : id);
  const seats = () => [...valuesOf(room.state.seats)];
  const present = () => seats().filter(({ gone }) => !gone);
  const someSeat = () => strangely(pickOr(chance(0.95) ? present() : seats(), { seat: 'nobody' }).seat);
  const units = () => [...valuesOf(room.state.units)].filter(({ people }) => people > 0 || chance(0.1));
  const someUnit = () => strangely(pickOr(units(), { unit: 'nowhere' }).unit);
  const ownUnit = (seat: string) =>
    chance(0.85) ? (seats().find((one) => one.seat === seat)?.unit ?? someUnit()) : someUnit();
  const ownSeats = (seat: string) =>
    units()
      .find(({ seats }) => seats.includes(seat))
      ?.seats.filter((one) => one !== seat) ?? [];
  const holders = () => [...valuesOf(room.state.pens)].flatMap(({ seat }) => seat ?? []);
  const someStep = () => strangely(chance(0.7) ? room.state.step : pick(script.steps).id);
  const someAnswer = (): string => {
    const known = [...valuesOf(room.state.answers)].map(({ answer }) => answer);
    return chance(0.05) ? `${pick(strange)}/x/y/z` : pickOr(known, 'pairs/u/def/recognisable');
  };
  const someNote = () => strangely(pickOr(Object.keys(room.state.notes), 'no-note'));
  const someAgreement = () => strangely(pickOr(Object.keys(room.state.agreements), 'no-agreement'));
  const someComment = () =>
    chance(0.2) ? 'no-comment' : pickOr([...valuesOf(room.state.comments)], { comment: 'no-comment' }).comment;
  const someTheme = () => strangely(pickOr([...valuesOf(room.state.themes)], { theme: 'no-theme' }).theme);
  /** A step that something was answered in, mostly. */
  const someAnswered = () => pickOr([...valuesOf(room.state.answers)], { step: someStep() }).step;
  function answersIn(step: string, isMeant: (one: Answer) => boolean = () => true): string[] {
    const known = [...valuesOf(room.state.answers)].filter(
      (one) => (one.step === step && isMeant(one)) || chance(0.02),
    );
    const some = random.shuffled(known.filter((one) => !one.withdrawn || chance(0.1))).slice(0, 1 + below(4));
    return some.length ? some.map(({ answer }) => answer) : [someAnswer()];
  }
  const subgroup = () => strangely(pick(['a', 'b']));

  function nextStep(): string {
    if (chance(0.3)) return strangely(pick(script.steps).id);
    if (chance(0.4)) return pick(script.steps.filter(({ prompts }) => prompts.length > 0)).id;
    const at = script.steps.findIndex(({ id }) => id === room.state.step);
    return script.steps[(at + 1) % script.steps.length]?.id ?? 'arrive';
  }

  function valuesFor(prompt: Prompt, step: Step): FieldValues {
    const values: FieldValues = {};
    for (const field of prompt.fields) {
      if (chance(0.2)) continue;
      if (field.kind === 'text') values[field.id] = { kind: 'text', text: say() };
      else if (field.kind === 'date') values[field.id] = { kind: 'date', date: pick(['2026-11-23', '2026-02-30']) };
      else if (field.kind === 'marks')
        values[field.id] = {
          kind: 'marks',
          items: itemsOf(script, step)
            .slice(below(3))
            .map(({ id }) => id),
        };
      else if (field.kind === 'choice')
        values[field.id] = { kind: 'choice', choices: field.options.slice(-1 - below(2)).map(({ id }) => id) };
      else
        values[field.id] = {
          kind: 'judgement',
          ...pick([
            ...[['ja'], ['nee'], ['deels'], ['ja', 'nee'], ['misschien']].map((choices) => ({ choices })),
            { choices: ['ja', 'deels', 'nee'], voices: [1, 2, 1] },
          ]),
        };
    }
    return values;
  }

  /** An answer as this phone would send it now; in a step without questions, late for an earlier one. */
  function submission(seat: string): CommandOf<'SubmitAnswer'> {
    const asking = room.state.script.steps.filter(({ prompts }) => prompts.length > 0);
    const open = asking.find(({ id }) => id === room.state.step);
    const step = open && chance(0.95) ? open : pick(asking);
    const prompt = pick(step.prompts);
    const turn = step.turns && chance(0.95) ? 1 + below(3) : chance(0.02) ? 1 : undefined;
    const unit = step.form === 'individual' ? seat : (seats().find((one) => one.seat === seat)?.unit ?? someUnit());
    const item = strangely(pick(answerableItems(script, step)));
    const id = answerIdOf({ unit, step: step.id, item, prompt: prompt.id, turn });
    const version = answerNamed(id)?.version ?? 0;
    return {
      // Not drawn by chance: seeds of old bugs keep their meaning.
      ...(room.state.seq % 41 === 0 && { held: true as const }),
      ...(chance(0.6) && { seen: pick([version, version, Math.max(0, version - 1), 0]) }),
      type: 'SubmitAnswer',
      unit: chance(0.03) ? someUnit() : unit,
      step: step.id,
      item,
      prompt: prompt.id,
      ...(turn && { turn }),
      values: valuesFor(prompt, step),
    };
  }

  function arrangement(): CommandOf<'ArrangeUnits'> {
    if (arrangements.length && chance(0.3)) return pick(arrangements);
    const groups = units().map(({ unit, seats, subgroup }) => ({ unit, seats: [...seats], subgroup }));
    const command: CommandOf<'ArrangeUnits'> = { type: 'ArrangeUnits', units: structuredClone(groups) };
    if (groups.length) arrangements.push(structuredClone(command));
    const [one, two] = [pickOr(command.units, undefined), pickOr(command.units, undefined)];
    if (one && two && one !== two && one.seats.length && two.seats.length) {
      [one.seats[0], two.seats[0]] = [two.seats[0] as string, one.seats[0] as string];
    }
    if (chance(0.1)) command.units.push({ unit: null, seats: [someSeat()], subgroup: null });
    if (chance(0.1)) command.units.pop();
    if (chance(0.1)) command.units[0]?.seats.pop();
    if (chance(0.15) && one) command.unseated = one.seats.splice(0);
    if (chance(0.05)) command.units = command.units.map((unit) => ({ ...unit, seats: [] }));
    return { ...command, ...(chance(0.3) && { step: someStep() }), ...(chance(0.05) && { size: pick([0, 2, 4]) }) };
  }

  function person() {
    const perspectives = random.shuffled(['student', 'docent', 'client', 'nope']).slice(0, pick([0, 1, 1, 2, 3]));
    return {
      people: chance(0.15) ? 2 : 1,
      organisation: pick([null, 'school', 'werk', ...(chance(0.1) ? ['nergens'] : [])]),
      perspectives: chance(0.9) ? perspectives.filter((p) => p !== 'nope') : perspectives,
      name: chance(0.5) ? say().slice(0, 60) : '',
    };
  }

  /** Of someone else's unit, if there is any such answer in the spotlight. */
  const recognisable = () => (room.state.spotlight && chance(0.9) ? room.state.spotlight : someAnswer());

  function starrable(): string {
    const about = script.steps.find(({ id }) => id === room.state.step)?.about;
    const known = [...valuesOf(room.state.answers)].filter(({ step }) => step === about);
    return chance(0.9) ? pickOr(known, { answer: someAnswer() }).answer : someAnswer();
  }

  /** Which of two an act mostly is: a change of what is so now. */
  const change = (now: boolean) => (chance(0.85) ? !now : now);
  const answerNamed = (id: string) => [...entriesOf(room.state.answers)].find(([key]) => key === id)?.[1];

  type Makers = { [K in CommandType]: (seat: string) => CommandOf<K> };
  const makers: Makers = {
    ChangeDetails: () => ({
      type: 'ChangeDetails',
      title: say(),
      date: '2026-11-24',
      place: say(),
      partner: say(),
      collaboration: '',
    }),
    SetNotice: () => ({
      type: 'SetNotice',
      ...{ purpose: chance(0.5) ? say() : '', contact: chance(0.5) ? say() : '', research: chance(0.7) },
    }),
    SetConsent: (seat) => ({
      type: 'SetConsent',
      ...{ seat: chance(0.6) ? someSeat() : seat, guest: chance(0.3), agrees: chance(0.7) },
      shown: chance(0.5) ? null : { version: pick(['0123456789abcdef', 'fedcba9876543210']), words: say() },
    }),
    ErasePerson: (seat) => ({ type: 'ErasePerson', seat: chance(0.9) ? seat : someSeat() }),
    OpenStep: () => ({
      type: 'OpenStep',
      step: nextStep(),
      from: chance(0.5) ? null : chance(0.8) ? room.state.step : 'read',
    }),
    CloseStep: () => ({ type: 'CloseStep', step: someStep() }),
    AskQuestion: () => ({
      type: 'AskQuestion',
      question: chance(0.9) ? say().slice(0, 220) : 'w'.repeat(201),
      together: chance(0.5),
      scale: chance(0.5) ? null : strangely(pick(Object.keys(script.scales))),
      from: chance(0.8) ? room.state.step : someStep(),
    }),
    SkipStep: () => {
      const step = someStep();
      return { type: 'SkipStep', step, skipped: change(room.state.skipped.includes(step)) };
    },
    MoveStep: () => ({ type: 'MoveStep', step: someStep(), before: chance(0.2) ? null : someStep() }),
    PauseSession: () => ({ type: 'PauseSession', paused: change(room.state.paused !== null) }),
    ExtendClock: () => ({ type: 'ExtendClock', step: someStep(), seconds: pick([120, 60, -120]) }),
    PauseClock: () => {
      const step = someStep();
      return { type: 'PauseClock', step, paused: change(room.state.runs[step]?.pausedLeft != null) };
    },
    RevealStep: () => {
      const step = chance(0.5) ? someStep() : pick(Object.keys(room.state.runs));
      return { type: 'RevealStep', step, revealed: change(Boolean(room.state.runs[step]?.revealed)) };
    },
    ReleaseAnswer: () => {
      const answer = someAnswer();
      return { type: 'ReleaseAnswer', answer, released: change(Boolean(answerNamed(answer)?.released)) };
    },
    HideAnswer: () => {
      const answer = chance(0.3) ? (room.state.spotlight ?? someAnswer()) : someAnswer();
      return { type: 'HideAnswer', answer, hidden: change(Boolean(answerNamed(answer)?.hidden)) };
    },
    MaskAnswer: () => {
      const shown = [...valuesOf(room.state.answers)].filter(({ withdrawn }) => !withdrawn);
      const known = chance(0.95) ? pickOr(shown, undefined) : undefined;
      const [field, value] = pickOr(
        Object.entries(known?.values ?? {}).filter(([, one]) => one.kind === 'text' || chance(0.1)),
        ['why', undefined],
      );
      const text = value?.kind === 'text' ? value.text : '';
      const words = [...entriesOf(room.state.texts)].find(([key]) => key === text)?.[1] ?? 'woorden';
      const from = below(words.length + 1);
      const spans = chance(0.25) ? [] : [{ from, to: from + 1 + below(4) }];
      return {
        type: 'MaskAnswer',
        answer: known?.answer ?? someAnswer(),
        field: strangely(field),
        seen: (known && chance(0.95) && readTextOf(known, field)) || 'older',
        spans: chance(0.9) ? spans : [{ from: 0, to: 3 }, ...spans],
        forGood: chance(0.25),
      };
    },
    MoveAnswer: () => {
      const answer = someAnswer();
      const step = script.steps.find(({ id }) => id === answerNamed(answer)?.step);
      const items = step ? answerableItems(script, step) : ['o1'];
      return { type: 'MoveAnswer', answer, item: chance(0.3) ? null : strangely(pick(items)) };
    },
    HoldAnswers: () => {
      const step = someStep();
      return { type: 'HoldAnswers', step, held: change(Boolean(room.state.runs[step]?.held)) };
    },
    KeepAnswer: () => ({ type: 'KeepAnswer', answer: someAnswer(), kept: chance(0.7) }),
    SpotlightAnswer: () => ({ type: 'SpotlightAnswer', answer: chance(0.85) ? someAnswer() : null }),
    SetWall: () => ({
      type: 'SetWall',
      wall: {
        mode: pick(wallModes),
        item: null,
        prompt: null,
        page: below(3),
        blank: chance(0.2),
        ...(chance(0.2) && { frozen: below(200) }),
      },
    }),
    MeasureRoom: () => ({ type: 'MeasureRoom', width: pick([2, 3, 4]), distance: pick([5, 8, 10]) }),
    GroupAnswers: () => {
      const step = someAnswered();
      return { type: 'GroupAnswers', step, theme: chance(0.4) ? null : someTheme(), answers: answersIn(step) };
    },
    UngroupAnswers: () => {
      const step = someAnswered();
      return { type: 'UngroupAnswers', step, answers: answersIn(step, (one) => one.theme !== null) };
    },
    NameTheme: () => ({ type: 'NameTheme', theme: someTheme(), name: chance(0.8) ? say().slice(0, 90) : '' }),
    FormUnits: () => ({ type: 'FormUnits', step: someStep(), seed: below(1000) }),
    FormSubgroups: () => ({ type: 'FormSubgroups' }),
    ChoosePairing: () => ({ type: 'ChoosePairing', pairing: pick(['self', 'automatic']) }),
    SeatTheRest: () => ({ type: 'SeatTheRest' }),
    FindPartner: (seat) => {
      const others = present().filter((one) => one.seat !== seat || chance(0.1));
      const numbers = others.filter(({ unit }) => !unit || chance(0.2)).map(({ number }) => number ?? 0);
      return { type: 'FindPartner', number: chance(0.9) ? pickOr(numbers, 7) : 10 + below(90) };
    },
    ArrangeUnits: arrangement,
    MoveSeat: () => ({ type: 'MoveSeat', seat: someSeat(), unit: chance(0.8) ? someUnit() : null }),
    NameSubgroup: () => ({
      type: 'NameSubgroup',
      subgroup: subgroup(),
      name: chance(0.6) ? say() : '',
      place: chance(0.6) ? say() : '',
    }),
    DealItems: () => ({
      type: 'DealItems',
      step: chance(0.85) ? 'model' : someStep(),
      unit: someUnit(),
      items: random.shuffled(['o1', 'o2', 'o3', 'o4', 'o5', 'o6'].map(strangely)).slice(0, pick([0, 1, 2, 3, 4])),
    }),
    TakeLead: () => ({ type: 'TakeLead' }),
    InviteDesk: () => {
      const [facilitator, own] = pick(invitations);
      return { type: 'InviteDesk', facilitator, subgroup: own && strangely(own), name: chance(0.5) ? say() : '' };
    },
    MoveUnit: () => ({ type: 'MoveUnit', unit: someUnit(), subgroup: subgroup() }),
    RemoveSeat: () => {
      const removed = change(false);
      const gone = seats().filter((one) => one.gone === 'removed');
      return {
        type: 'RemoveSeat',
        seat: removed || !gone.length ? someSeat() : pick(gone).seat,
        removed: removed && (!gone.length || chance(0.5)),
      };
    },
    RenameSeat: () => ({ type: 'RenameSeat', seat: someSeat(), name: chance(0.8) ? say().slice(0, 60) : '' }),
    LockDoor: () => ({ type: 'LockDoor', locked: chance(room.state.locked ? 0.1 : 0.6) }),
    AddNote: () => ({
      type: 'AddNote',
      kind: pick(noteKinds),
      text: say(),
      item: null,
      subgroup: pick([null, 'a', 'b']),
    }),
    ChangeNote: () => ({ type: 'ChangeNote', note: someNote(), text: say() }),
    RemoveNote: () => {
      const note = someNote();
      return {
        type: 'RemoveNote',
        note,
        removed: change(Boolean(Object.hasOwn(room.state.notes, note) && room.state.notes[note]?.removed)),
      };
    },
    MakeAgreement: () => ({
      type: 'MakeAgreement',
      agreement: chance(0.4) ? someAgreement() : null,
      step: chance(0.9) ? 'harvest' : someStep(),
      values: {
        what: { kind: 'text', text: say() },
        ...(chance(0.7) && { who: { kind: 'text', text: say().slice(0, 60) } }),
        ...(chance(0.5) && { when: { kind: 'date', date: pick(['2026-12-01', '2026-02-30']) } }),
      },
    }),
    RemoveAgreement: () => ({ type: 'RemoveAgreement', agreement: someAgreement(), removed: chance(0.6) }),
    ...conclusionMakers({
      room,
      random,
      say,
      strangely,
      someNote,
      someSeat,
      answersHere: () => answersIn(someAnswered()),
    }),
    CloseSession: () => ({ type: 'CloseSession' }),
    ReopenSession: () => ({ type: 'ReopenSession' }),
    KeepSession: () => ({ type: 'KeepSession', days: pick([1, 30, 90, 91, 365]), reason: chance(0.7) ? say() : '' }),
    ArchiveSession: () => ({ type: 'ArchiveSession', archived: change(room.state.archived) }),
    PublishSummary: () => ({
      type: 'PublishSummary',
      introduction: chance(0.9) ? say() : 'y'.repeat(3001),
      ...(chance(0.3) && { restores: Math.max(1, room.state.publications + pick([0, 0, -1])) }),
    }),
    WithdrawSummary: () => ({ type: 'WithdrawSummary' }),
    CommentSummary: () => ({
      ...{ type: 'CommentSummary', comment: strangely(`comment${below(12)}`), link: pick(['link-1', 'link-2']) },
      section: chance(0.4) ? null : strangely(pick(script.itemSets).id),
      text: chance(0.95) ? say() : 'y'.repeat(1001),
      signature: chance(0.4) ? say().slice(0, 60) : '',
    }),
    HideComment: () => ({ type: 'HideComment', comment: someComment(), hidden: chance(0.6) }),
    WithdrawComment: () => ({
      ...{ type: 'WithdrawComment', comment: someComment() },
      link: pick(['link-1', 'link-2']),
    }),
    ArrangeSummary: () => {
      const sections = random.shuffled(script.itemSets.map(({ id }) => strangely(id)));
      return {
        type: 'ArrangeSummary',
        titles: sections.slice(0, below(3)).map((section) => ({ section, title: chance(0.8) ? say() : '' })),
        order: sections.slice(0, below(sections.length + 1)),
        hidden: sections.flatMap((section) => (chance(0.3) ? [chance(0.5) ? section : `${section}/list`] : [])),
        seen: chance(0.9) ? room.state.arranged.seq : below(9),
      };
    },
    Join: () => ({ type: 'Join', ...person(), ...(chance(0.15) && { guest: person().perspectives }) }),
    ShareSeat: () => ({ type: 'ShareSeat', guest: chance(0.6) ? person().perspectives : null }),
    JoinOtherUnit: () => ({ type: 'JoinOtherUnit' }),
    LeaveSession: () => ({ type: 'LeaveSession' }),
    TakePen: (seat) => ({
      type: 'TakePen',
      unit: ownUnit(seat),
      ...(chance(0.3) && { at: room.now - 10_000 }),
    }),
    PassPen: (seat) => {
      const seats = ownSeats(seat);
      return {
        type: 'PassPen',
        unit: ownUnit(seat),
        seat: chance(0.2) ? null : chance(0.9) ? pickOr(seats, seat) : someSeat(),
      };
    },
    AskPen: (seat) => ({ type: 'AskPen', unit: ownUnit(seat) }),
    BeginTurn: (seat) => ({
      type: 'BeginTurn',
      step: chance(0.8) ? 'interview' : someStep(),
      unit: chance(0.3) ? null : ownUnit(seat),
      turn: 1 + below(4),
    }),
    SubmitAnswer: submission,
    WithdrawAnswer: (seat) => {
      const mine = [...valuesOf(room.state.answers)].filter((answer) => answer.seat === (chance(0.8) ? seat : 'desk'));
      return {
        type: 'WithdrawAnswer',
        answer: chance(0.9) ? pickOr(mine, { answer: someAnswer() }).answer : someAnswer(),
      };
    },
    MarkUnclear: () => {
      const step = chance(0.6) ? room.state.step : pick(['read', 'pairs']);
      return { type: 'MarkUnclear', step, item: strangely('def'), phrases: chance(0.5) ? [0] : [2, 0, 2] };
    },
    StarAnswer: () => {
      const answer = starrable();
      return { type: 'StarAnswer', answer, starred: chance(0.75) };
    },
    RecogniseAnswer: () => ({ type: 'RecogniseAnswer', answer: recognisable(), recognised: chance(0.8) }),
  };

  const kinds = Object.keys(makers) as CommandType[];
  const often: CommandType[] = [
    'OpenStep',
    'OpenStep',
    'Join',
    'HideAnswer',
    'ReleaseAnswer',
    'SpotlightAnswer',
    'MaskAnswer',
  ];
  const pens: CommandType[] = ['TakePen', 'TakePen', 'PassPen', 'PassPen', 'AskPen', 'AskPen'];
  const themes: CommandType[] = [
    'GroupAnswers',
    'GroupAnswers',
    'UngroupAnswers',
    'UngroupAnswers',
    'NameTheme',
    'NameTheme',
  ];
  /** A question is over with the next step. */
  const asking = (['DrawConclusion', 'AskConclusion', 'JudgeConclusion', 'JudgeConclusion'] as const).flatMap(
    (kind) => [kind, kind, kind],
  );
  const comments: CommandType[] = ['CommentSummary', 'CommentSummary', 'HideComment', 'WithdrawComment'];
  const bag = [
    ...kinds.filter((kind) => !comments.includes(kind)),
    ...often,
    ...pens,
    ...themes,
    ...asking,
    'SetWall',
    'RemoveConclusion',
    'PlanCheck',
    'TakeCheck',
    'DecideProposal',
    'DecideProposal',
  ] as const;

  const isAlone = ({ unit }: { unit: string | null }) =>
    !unit || units().some((one) => one.unit === unit && one.people === 1);

  /** What happens often in a room happens often here. */
  function someKind(): CommandType {
    const step = room.state.script.steps.find(({ id }) => id === room.state.step);
    if (room.state.closedAt !== null && chance(0.4)) return 'ReopenSession';
    if (room.state.publication && chance(0.15)) return pick(comments);
    // What it is for is said before anybody comes.
    if (room.state.seats.size === 0 && chance(0.3)) return 'SetNotice';
    if (room.state.notice.research && chance(0.03)) return 'SetConsent';
    const isFinding = room.state.pairing === 'self' && step?.form === 'pair' && present().some(({ unit }) => !unit);
    if (isFinding && chance(0.55)) return chance(0.15) ? pick(['SeatTheRest', 'JoinOtherUnit']) : 'FindPartner';
    if (step?.prompts.length && chance(0.4)) return 'SubmitAnswer';
    if (step?.stars && chance(0.25)) return 'StarAnswer';
    if (step?.items?.set === 'definition' && chance(0.1)) return 'MarkUnclear';
    if (present().some(isAlone) && chance(0.05)) return 'JoinOtherUnit';
    if (step?.turns && chance(0.75)) return 'BeginTurn';
    if (room.state.spotlight && chance(0.3)) return 'RecogniseAnswer';
    if (room.state.asked && chance(0.3)) return chance(0.2) ? 'HideMinority' : 'JudgeConclusion';
    return pick(bag);
  }

  /** Mostly whoever leads; now and then another, and the desks of subgroups. */
  function someDesk(): Actor {
    const facilitator = chance(0.75) ? (room.state.lead ?? 'fac1') : pick(['fac1', 'fac2', 'co-a', 'co-b', 'co-all']);
    return { role: 'desk', facilitator };
  }

  return function give(): Given {
    const type = someKind();
    // The desk seldom does what people do themselves.
    const usual = chance(0.75) ? rights[type].slice(0, 1) : rights[type];
    const role = chance(0.85) ? pick(usual) : pick(['desk', 'seat', 'system'] as const);
    const among = type === 'JoinOtherUnit' && chance(0.9) ? present().filter(isAlone) : present();
    const seat = pickOr(chance(0.95) ? among : seats(), { seat: 'nobody' }).seat;
    const beside = (one: string) => pickOr(ownSeats(one), one);
    const writer = type === 'PassPen' && chance(0.7) ? pickOr(holders(), seat) : seat;
    const giver = type === 'AskPen' && chance(0.7) ? beside(pickOr(holders(), seat)) : writer;
    const actor =
      role === 'desk' ? someDesk() : role === 'system' ? system : seatActor(chance(0.97) ? giver : 'nobody');
    return { command: makers[type](giver), actor };
  };
}
