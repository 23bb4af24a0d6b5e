import { createContext } from 'svelte';
import type { DeskAccess } from '../../../shared/api.ts';
import type { Command } from '../../../shared/commands.ts';
import type { DoorSign } from '../../../shared/protocol.ts';
import { answeredStepOf, unitSize } from '../../../shared/script-queries.ts';
import { actingUnit, currentStep, textOf } from '../../../shared/session/selectors.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { deskSubgroup, inSubgroup } from '../../../shared/session/subgroups.ts';
import type { LiveSession } from '../../live/live-session.svelte.ts';
import type { Keep } from '../../live/storage.ts';
import { Ticks } from '../ready/ticks.svelte.ts';
import type { DeskSettings } from '../settings.svelte.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';
import { AnswerList } from './answer-list.svelte.ts';

export type SheetName =
  | 'share'
  | 'people'
  | 'paper'
  | 'trail'
  | 'keys'
  | 'help'
  | 'ready'
  | 'settings'
  | 'question'
  | 'wall'
  | 'conclusions';
/** Evaluated when the undo is pressed: the state may have moved on. */
export type Undo = () => readonly Command[];

/** How long (ms) a press was still meant for what stood there before another desk moved on. */
const meantBefore = 700;

/** What a desk needs of its live copy; tests bring one without a server. */
export type DeskLive = Pick<
  LiveSession,
  | 'state'
  | 'status'
  | 'ready'
  | 'lost'
  | 'offlineSince'
  | 'outdated'
  | 'goneBecause'
  | 'presence'
  | 'door'
  | 'now'
  | 'send'
  | 'stop'
> & { readonly outbox: { readonly pending: readonly unknown[] } };

/** Of this moment: kept until the network is back, they would turn the wall while the room talks about something else. */
const momentary: readonly Command['type'][] = ['SetWall', 'SpotlightAnswer'];

/** One session's desk: its live copy, what is chosen on this screen, and every act with its undo. */
export class Desk {
  readonly access: DeskAccess;
  readonly keep: Keep;
  readonly settings: DeskSettings;
  readonly live: DeskLive;
  readonly toasts = toasts;
  readonly answers: AnswerList;
  /** What was seen or ticked before the session. */
  readonly ticks: Ticks;
  sheet = $state<SheetName | null>(null);
  /** The unit whose paper is being entered, where one was chosen. */
  paperOf = $state<string | null>(null);
  /** The script is a drawer where the screen is small. */
  hasScript = $state(false);
  /** Which pane a phone shows. */
  tab = $state<'step' | 'answers' | 'wall'>('step');

  #asked: string | null = null;
  #seen: string | null = null;
  #movedAt = Number.NEGATIVE_INFINITY;

  /** The id of the step that is on: who follows it hears of a new step, and not of all else that happens. */
  readonly at = $derived.by(() => this.state.step);
  readonly step = $derived.by(() => currentStep(this.state));
  readonly answered = $derived.by(() => this.step && answeredStepOf(this.state.script, this.step));
  readonly title = $derived.by(() => textOf(this.state, this.state.title));
  /** How people come in now. */
  readonly door: DoorSign = $derived.by(() => this.live.door ?? { ...this.access, letters: null });
  /** How many people a unit is made of here: 2 for pairs. */
  readonly size = $derived.by(() => (this.step && unitSize(this.step)) || this.state.unitSize || 2);

  constructor(access: DeskAccess, live: DeskLive, keep: Keep, settings: DeskSettings) {
    this.access = access;
    this.live = live;
    this.keep = keep;
    this.settings = settings;
    this.answers = new AnswerList(() => this.state);
    this.ticks = new Ticks(keep, access.session);
  }

  /** The one subgroup in which this desk has rights; null: the whole session. */
  readonly subgroup = $derived.by(() => deskSubgroup(this.live.state, this.access.facilitator));
  readonly #view = $derived.by(() => {
    const { state } = this.live;
    return this.subgroup === null ? state : inSubgroup(state, this.subgroup);
  });
  /** Who opens and closes the steps, when that is another desk. */
  readonly otherLead = $derived.by(() => {
    const { lead } = this.live.state;
    return lead === this.access.facilitator ? null : lead;
  });

  /** What this desk works with: everything, or its own subgroup. */
  get state(): SessionState {
    return this.#view;
  }
  /** An answer from paper, for this unit or for one still to be chosen. */
  enterPaper(unit: string | null = null): void {
    this.paperOf = unit;
    this.sheet = 'paper';
  }

  /** Who acts together with this seat in the current step: its unit, or itself. */
  unitAt(seat: string): string {
    return (this.step && actingUnit(this.live.state, this.step, seat)) ?? seat;
  }

  get session(): string {
    return this.access.session;
  }

  /** Told of every step that came on this screen, when it did (ms). */
  see(step: string, now: number): void {
    if (this.#seen !== null && step !== this.#seen && step !== this.#asked) this.#movedAt = now;
    this.#seen = step;
  }
  /** Another desk moved on while a finger here was on its way to the same button. */
  isJustMoved(now: number): boolean {
    return now - this.#movedAt < meantBefore;
  }

  /** Gives commands one after the other; a "no" is said, but for what is so already. */
  async give(commands: readonly Command[], moved = wording.refusal('stepMoved')): Promise<boolean> {
    if (this.live.status === 'offline' && commands.some(({ type }) => momentary.includes(type))) {
      this.toasts.say(wording.words.wallOffline);
      return false;
    }
    for (const command of commands) {
      if (command.type === 'OpenStep') this.#asked = command.step;
      const result = await this.live.send(command);
      if (result.ok || result.refusal.reason === 'nothingToDo') continue;
      const { reason } = result.refusal;
      if (reason === 'notLeading')
        this.toasts.say(wording.refusal(reason), () => void this.takeLead(), wording.words.lead.take);
      else this.toasts.say(reason === 'stepMoved' ? moved : wording.refusal(reason));
      return false;
    }
    return true;
  }

  /** Does something, says it, and offers to undo it. */
  async act(command: Command | readonly Command[], said: string | null, undo: Undo | null = null): Promise<boolean> {
    const done = await this.give('type' in command ? [command] : command);
    if (done && said) this.toasts.say(said, undo && (() => void this.#undo(undo)));
    return done;
  }

  /** From now on this desk opens and closes the steps: also when the laptop of who led fell asleep. */
  takeLead(): Promise<boolean> {
    return this.act({ type: 'TakeLead' }, wording.words.lead.taken);
  }

  async #undo(undo: Undo): Promise<void> {
    const commands = undo();
    // Others went on from it: there is nothing left to take back.
    if (commands.length === 0) this.toasts.say(wording.words.undoneTooLate);
    else if (await this.give(commands, wording.words.undoneTooLate)) this.toasts.say(wording.words.undone);
  }
}

export const [deskOf, setDesk] = createContext<Desk>();
