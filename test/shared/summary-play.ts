/** A whole afternoon without a server: commands go through the same rules, and erased words leave the log. */
import type { Command, FieldValues } from '../../shared/commands.ts';
import type { Logged, NewEvent } from '../../shared/events.ts';
import type { Language, Prompt, Script, Step } from '../../shared/script.ts';
import { answerableItems } from '../../shared/script-queries.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { actorName } from '../../shared/session/actor.ts';
import type { Context, Decision } from '../../shared/session/decide/decision.ts';
import { decide, plan } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { activeUnits, answersOf, dealtItems, presentSeats, textOf } from '../../shared/session/selectors.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';

const desk: Actor = { role: 'desk', facilitator: 'fac-1' };
const start = Date.UTC(2026, 10, 23, 12, 0, 17);

/** What a unit writes: by default everything judged, everything explained. */
export type Writer = (step: Step, prompt: Prompt, unit: number, item: string) => FieldValues | null;

/** What a session may have of its own: several are compared. */
export type Details = Partial<Record<'session' | 'date' | 'place' | 'partner' | 'title', string>> & {
  language?: Language;
};

export function playSession(script: Script, scriptHash = 'h', details: Details = {}) {
  let log: Logged[] = [];
  let state: SessionState = initialState();
  let ids = 0;
  let now = start;
  function context(): Context {
    now += 7_000;
    return { now, newId: () => `id${String(++ids).padStart(5, '0')}`, signOf: () => null };
  }

  function append(decision: Decision, by: string): boolean {
    if (!decision.ok) return false;
    for (const event of decision.events as NewEvent[]) {
      const logged = { ...event, seq: log.length + 1, at: now, by } as Logged;
      log.push(logged);
      state = evolve(state, logged);
    }
    const erased = new Set(decision.erase ?? []);
    if (erased.size === 0) return true;
    log = log.map((event) => {
      if (!event.texts) return event;
      const { texts, ...rest } = event;
      const left = Object.entries(texts).filter(([id]) => !erased.has(id));
      return (left.length ? { ...rest, texts: Object.fromEntries(left) } : rest) as Logged;
    });
    return true;
  }
  const give = (command: Command, actor: Actor = desk) =>
    append(decide(state, command, actor, context()), actorName(actor));
  const must = (command: Command, actor: Actor = desk) => {
    const decision = decide(state, command, actor, context());
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.reason}`);
    append(decision, actorName(actor));
  };

  const planned = {
    session: 'ses1',
    script,
    scriptHash,
    language: 'nl',
    date: '2026-11-23',
  } as const;
  append(
    plan(
      state,
      {
        ...planned,
        title: 'Werkplaats Wijk & Welzijn',
        place: 'Eindhoven',
        partner: 'Lunetzorg',
        collaboration: 'CPI',
        ...details,
      },
      context(),
    ),
    actorName(desk),
  );

  return {
    get log() {
      return log;
    },
    get state() {
      return state;
    },
    give,
    must,
    join(people: number, perspectives: string[], name = '') {
      must({ type: 'Join', people, perspectives, name }, { role: 'system' });
    },
    open: (step: string) => must({ type: 'OpenStep', step, from: null }),
    /** Everybody answers everything that the open step asks. */
    answerAll(write: Writer) {
      const step = script.steps.find((s) => s.id === state.step);
      if (!step) throw new Error('no step');
      const units =
        step.form === 'individual'
          ? presentSeats(state).map((seat, i) => ({ unit: seat.seat, seat: seat.seat, number: i + 1 }))
          : activeUnits(state).map((unit) => ({ unit: unit.unit, seat: unit.seats[0] ?? '', number: unit.number }));
      for (const { unit, seat, number } of units) {
        const dealt = dealtItems(state, step.id, unit);
        for (const item of dealt.length ? dealt : answerableItems(script, step)) {
          for (const prompt of step.prompts) {
            const values = write(step, prompt, number, item);
            if (!values) continue;
            must(
              { type: 'SubmitAnswer', unit, step: step.id, item, prompt: prompt.id, values },
              { role: 'seat', seat },
            );
          }
        }
      }
    },
    /** Every boundary situation of a step, one by one. */
    releaseAll(step: string) {
      const about = script.steps.find((s) => s.id === step)?.prompts.filter((prompt) => prompt.about) ?? [];
      for (const { answer, prompt } of answersOf(state, step)) {
        if (about.some(({ id }) => id === prompt)) must({ type: 'ReleaseAnswer', answer, released: true });
      }
    },
    answers: (step: string) => answersOf(state, step),
    withdraw(answer: Answer) {
      const seat = state.units && answer.seat;
      if (!seat) throw new Error('no writer');
      must({ type: 'WithdrawAnswer', answer: answer.answer }, { role: 'seat', seat });
    },
    textOf: (answer: Answer) =>
      Object.values(answer.values).flatMap((value) => (value.kind === 'text' ? [textOf(state, value.text)] : [])),
  };
}
