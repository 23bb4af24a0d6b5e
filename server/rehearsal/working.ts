import type { Command, FieldValues } from '../../shared/commands.ts';
import type { Draft, StreamName } from '../../shared/protocol.ts';
import type { Step } from '../../shared/script.ts';
import { answeredStepOf } from '../../shared/script-queries.ts';
import {
  activeUnits,
  answersOf,
  currentStep,
  isOpen,
  isToStar,
  presentSeats,
  seatOf,
  textOf,
  textsIn,
  unitOf,
} from '../../shared/session/selectors.ts';
import { hasTurns, rolesOf } from '../../shared/session/turns.ts';
import type { Host } from '../live/session-host.ts';
import type { Agenda } from './agenda.ts';
import type { Cast, Played } from './cast.ts';
import type { Chance } from './chance.ts';
import { starringTime, stepReadingTime } from './paces.ts';
import { neededFor, type Task, tasksFor } from './tasks.ts';

/** How long (ms of the rehearsal) a unit, and who was in it then, needs for all that a step asks of it. */
export type Need = { step: string; unit: string; seats: readonly string[]; needed: number };

type Parts = {
  host: Host;
  agenda: Agenda;
  chance: Chance;
  cast: Cast;
  now: () => number;
  speed: () => number;
  tell: (draft: Draft, to: StreamName) => void;
};

/** At most so many drafts of one text, and none sooner after another (ms of the room's clock): looking along costs no more at 60 times. */
const mostDrafts = 5;
const draftsApart = 700;

/** The units answer what the open step asks, each at its own pace. */
export function buildWorking({ host, agenda, chance, cast, now, speed, tell }: Parts) {
  const begun = new Set<string>();
  const needs: Need[] = [];

  const give = (seat: string, command: Command) =>
    host.give({ commandId: null, command, actor: { role: 'seat', seat } });
  const seatsOf = (unit: string): readonly string[] => unitOf(host.state, unit)?.seats ?? [unit];
  const isHere = ({ seat }: Played): boolean => seatOf(host.state, seat)?.gone === null;
  const at = (step: Step) => ({ isOn: isOpen(host.state, step.id) && host.state.step === step.id });

  /** Who writes a task: who has its role in this turn, else the first whose phone can. */
  function writerOf(step: Step, unit: string, { turn, prompt }: Pick<Task, 'turn' | 'prompt'>): Played | undefined {
    const seated = unitOf(host.state, unit);
    const role = hasTurns(step) ? (prompt.role ?? step.turns.writer) : undefined;
    const phones = cast.withPhones(seatsOf(unit)).filter(isHere);
    if (!role || !seated || turn === null || !hasTurns(step)) return phones[0];
    const roles = rolesOf(host.state, step, seated, turn);
    const inRole = phones.find(({ seat }) => roles.get(seat)?.includes(role));
    return inRole ?? (prompt.role ? undefined : phones[0]);
  }

  function draft(step: Step, unit: string, task: Task, seat: string, values: FieldValues): void {
    const place = { unit, step: step.id, item: task.item, prompt: task.prompt.id };
    const turn = task.turn === null ? {} : { turn: task.turn };
    const kept = host.draft({ ...place, ...turn, values, at: now(), grewFrom: [] }, seat);
    if (kept) tell(kept.draft, kept.to);
  }

  /** The words come sign by sign, so that whoever looks along sees them grow. */
  function type(step: Step, unit: string, task: Task, seat: string, writing: number): void {
    const [field, value] = Object.entries(task.values).find(([, { kind }]) => kind === 'text') ?? [];
    if (!field || value?.kind !== 'text') return;
    const signs = [...value.text];
    const drafts = Math.min(mostDrafts, Math.floor(writing / Math.max(1, speed()) / draftsApart) + 1);
    for (let n = 1; n <= drafts; n++) {
      const text = signs.slice(0, Math.ceil((signs.length * n) / (drafts + 1))).join('');
      agenda.in((writing * n) / (drafts + 1), () => {
        if (at(step).isOn) draft(step, unit, task, seat, { ...task.values, [field]: { kind: 'text', text } });
      });
    }
  }

  function doNext(step: Step, unit: string, tasks: readonly Task[], pace: number): void {
    const [task, ...rest] = tasks;
    if (!task) return;
    agenda.in(task.before * pace, async () => {
      if (!at(step).isOn) return;
      const writer = writerOf(step, unit, task);
      if (writer && unitOf(host.state, unit)) await give(writer.seat, { type: 'TakePen', unit });
      if (writer) type(step, unit, task, writer.seat, task.writing * pace);
      agenda.in(task.writing * pace, async () => {
        if (!at(step).isOn) return;
        await send(step, unit, task);
        await turnOver(step, unit, task, rest);
        doNext(step, unit, rest, pace);
      });
    });
  }

  async function send(step: Step, unit: string, { item, prompt, turn, values }: Task): Promise<void> {
    const writer = writerOf(step, unit, { turn, prompt });
    if (!writer) return;
    const place = { unit, step: step.id, item, prompt: prompt.id, ...(turn !== null && { turn }) };
    await give(writer.seat, { type: 'SubmitAnswer', ...place, values });
  }

  async function turnOver(step: Step, unit: string, { turn }: Task, [next]: readonly Task[]): Promise<void> {
    const [one] = cast.withPhones(seatsOf(unit)).filter(isHere);
    if (!one || turn === null || !next?.turn || next.turn === turn) return;
    await give(one.seat, { type: 'BeginTurn', step: step.id, unit, turn: next.turn });
  }

  /** Who reads on their own does nothing that is seen: only how long it takes is known. */
  function read(step: Step): void {
    const time = stepReadingTime(host.state.script, step, host.state.language);
    for (const { seat, pace } of cast.withPhones(presentSeats(host.state).map((one) => one.seat))) {
      const key = `${step.id}/${seat}`;
      if (time > 0 && !begun.has(key)) needs.push({ step: step.id, unit: seat, seats: [seat], needed: time * pace });
      begun.add(key);
    }
  }

  /** Giving stars is done by tapping (see `tapping.ts`): here is only how long it takes, where the step is for nothing else. */
  function star(step: Step): void {
    const { state } = host;
    const about = answeredStepOf(state.script, step);
    if (!about || !step.stars) return;
    const shown = answersOf(state, about.id).filter((answer) => isToStar(state, answer));
    const words = shown.flatMap(({ values }) => textsIn(values).map((text) => textOf(state, text)));
    const time = starringTime(words.join(' '), step.stars.count);
    for (const { seat, pace } of cast.withPhones(presentSeats(state).map((one) => one.seat))) {
      const key = `${step.id}/${seat}`;
      if (!begun.has(key)) needs.push({ step: step.id, unit: seat, seats: [seat], needed: time * pace });
      begun.add(key);
    }
  }

  const unitsIn = (step: Step): string[] =>
    step.form === 'individual'
      ? presentSeats(host.state).map(({ seat }) => seat)
      : activeUnits(host.state).map(({ unit }) => unit);
  const today = () => new Date(now()).toISOString().slice(0, 10);

  return {
    needs,
    /** All that the open step asks is answered at once, by everybody. */
    async answerAll(): Promise<void> {
      const step = currentStep(host.state);
      if (!step) return;
      for (const unit of unitsIn(step)) {
        begun.add(`${step.id}/${unit}`);
        const tasks = tasksFor(host.state, step, unit, chance, today());
        for (const [n, task] of tasks.entries()) {
          await send(step, unit, task);
          await turnOver(step, unit, task, tasks.slice(n + 1));
        }
      }
    },
    /** Whoever has something to do in the open step and did not begin begins. */
    look(): void {
      const { state } = host;
      const step = currentStep(state);
      if (!step || !isOpen(state, step.id)) return;
      if (step.kind === 'reading' && step.prompts.length === 0) read(step);
      if (step.kind === 'answering' && step.prompts.length === 0) star(step);
      if (step.prompts.length === 0) return;
      for (const unit of unitsIn(step)) {
        const key = `${step.id}/${unit}`;
        const [first] = cast.withPhones(seatsOf(unit)).filter(isHere);
        if (!first || begun.has(key)) continue;
        begun.add(key);
        const tasks = tasksFor(state, step, unit, chance, today());
        needs.push({ step: step.id, unit, seats: seatsOf(unit), needed: neededFor(tasks) * first.pace });
        doNext(step, unit, tasks, first.pace);
      }
    },
  };
}
