// A desk without a server: the real rules, the real fold and the real screen; pairs that come and answer when told to.
import '../../client/styles/base.css';
import '../../client/styles/content.css';
import '../../client/desk/desk.css';
import { mount, unmount } from 'svelte';
import { page } from 'vitest/browser';
import { parse } from 'yaml';
import Live from '../../client/desk/Live.svelte';
import DeskScreen from '../../client/desk/session/DeskScreen.svelte';
import { Desk } from '../../client/desk/session/desk.svelte.ts';
import { DeskSettings } from '../../client/desk/settings.svelte.ts';
import { toasts } from '../../client/desk/toasts.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';
import { openStorage } from '../../client/live/storage.ts';
import raw from '../../sessions/win-professionele-werkplaatsen.yaml?raw';
import type { Command, FieldValues } from '../../shared/commands.ts';
import type { CommandResult, DoorSign, Presence } from '../../shared/protocol.ts';
import { scriptSchema } from '../../shared/script.ts';
import { answerableItems } from '../../shared/script-queries.ts';
import { type Actor, actorName } from '../../shared/session/actor.ts';
import type { Decision } from '../../shared/session/decide/decision.ts';
import { decide, plan } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { activeUnits, currentStep, dealtItems, presentSeats } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { fontsLoaded } from './settled.ts';

const win = scriptSchema.parse(parse(raw));
const facilitator: Actor = { role: 'desk', facilitator: 'f' };
const perspectives = ['student', 'professional', 'docent', 'client'];

class FakeLive {
  state = $state.raw<SessionState>(initialState());
  status = $state<'online' | 'offline'>('online');
  ready = true;
  offlineSince: number | null = null;
  outdated = $state(false);
  lost = $state.raw<{ seq: number; reached: number; at: number } | null>(null);
  goneBecause = null;
  outbox = { pending: [] };
  presence = $state.raw<Presence>({ online: [], writing: [], walls: 1, desks: 1, pages: 0, subgroupPages: {} });
  door = $state.raw<DoorSign | null>(null);
  /** Every command that a desk gave. */
  given: Command[] = [];
  actor: Actor = facilitator;
  #ids = 0;

  now = (): number => Date.now();
  stop = (): void => undefined;

  take(decision: Decision, by = 'x'): CommandResult {
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      this.state = evolve(this.state, { ...event, seq: this.state.seq + 1, at: this.now(), by });
    }
    return { ok: true, seq: this.state.seq };
  }
  get context() {
    return { now: this.now(), newId: () => `id${++this.#ids}`, signOf: () => null };
  }
  give(command: Command, actor: Actor): CommandResult {
    return this.take(decide(this.state, command, actor, this.context), actorName(actor));
  }
  send = async (command: Command): Promise<CommandResult> => {
    this.given.push(command);
    return this.give(command, this.actor);
  };
}

export type DeskRoom = Awaited<ReturnType<typeof openDeskRoom>>;

/** A planned session with this many people in it, and one desk. */
export async function openDeskRoom(people = 8, who = 'f') {
  const live = new FakeLive();
  live.actor = { role: 'desk', facilitator: who };
  const keep = openStorage();
  await wording.open(keep, 'nl');
  live.take(
    plan(
      live.state,
      {
        ...{ session: 's1', script: win, scriptHash: 'h', language: 'nl', title: 'Werkplaats Wijk & Welzijn' },
        ...{ date: '2026-11-24', place: 'Veldhoven', partner: '', collaboration: '' },
      },
      live.context,
    ),
  );
  const must = (command: Command, actor: Actor) => {
    const result = live.give(command, actor);
    if (!result.ok) throw new Error(`${command.type}: ${result.refusal.reason}`);
  };
  const join = (name: string, i = 0) =>
    must(
      { type: 'Join', people: 1, perspectives: [perspectives[i % perspectives.length] as string], name },
      { role: 'system' },
    );
  for (let i = 0; i < people; i++) join(`Naam${i + 1}`, i);
  live.presence = { ...live.presence, online: presentSeats(live.state).map(({ seat }) => seat) };
  const access = {
    ...{ session: 's1', ticket: 't', code: 'bcdfgh', secret: 's', address: 'gesprek.test', owner: true, script: win },
    ...{ subgroupWalls: { a: 'a'.repeat(22), b: 'b'.repeat(22) }, facilitator: who },
    ...{ joinUrl: 'http://gesprek.test/#s', wallTicket: 'w'.repeat(22), miniTicket: 'm'.repeat(22) },
    damagedAt: null as number | null,
  };
  const desk = new Desk(access, live, keep, new DeskSettings(keep));

  return {
    live,
    desk,
    must,
    join,
    open: (step: string) => must({ type: 'OpenStep', step, from: null }, facilitator),
    /** The first `count` units answer all that the open step asks of them. */
    answer(count: number, said: (unit: number) => string = (unit) => `Antwoord van ${unit}`) {
      const step = currentStep(live.state);
      for (const unit of activeUnits(live.state).slice(0, count)) {
        const dealt = step ? dealtItems(live.state, step.id, unit.unit) : [];
        for (const item of step ? (dealt.length ? dealt : answerableItems(win, step)) : []) {
          for (const prompt of step?.prompts ?? []) {
            const values: FieldValues = {};
            for (const field of prompt.fields) {
              if (field.kind === 'judgement') values[field.id] = { kind: 'judgement', choices: ['ja'] };
              if (field.kind === 'text' && !field.askedAt) {
                values[field.id] = { kind: 'text', text: said(unit.number) };
              }
            }
            const seat = unit.seats[0] ?? '';
            must(
              { type: 'SubmitAnswer', unit: unit.unit, step: step?.id ?? '', item, prompt: prompt.id, values },
              { role: 'seat', seat },
            );
          }
        }
      }
    },
    /** Draws the whole desk; gives the way to take it away. */
    async show(width = 1440, height = 900): Promise<() => Promise<void>> {
      await page.viewport(width, height);
      const said = mount(Live, { target: document.body });
      const screen = mount(DeskScreen, { target: document.body, props: { desk, onhome: () => undefined } });
      await fontsLoaded();
      return async () => {
        await Promise.all([unmount(screen), unmount(said)]);
        toasts.list = [];
      };
    },
  };
}
