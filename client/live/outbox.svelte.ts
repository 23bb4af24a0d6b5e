import { nanoid } from 'nanoid';
import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type { CommandMessage, CommandResult } from '../../shared/protocol.ts';
import { isPassing } from '../../shared/refusals.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import type { Keep } from './storage.ts';

/** `epoch`, `seq`: where the server said that it is stored. */
export type Pending = CommandMessage & { at: number; epoch?: string; seq?: number };
type Send = (message: CommandMessage) => Promise<CommandResult>;
/** What was put back and refused: its words are to stay on this screen. */
export type OnRefused = (entry: Pending) => void;

const retryAfter = 1_500;
/** What is put back where a server lost it: one's own words, and what was taken away of them. */
const own = /Answer|Unclear|Judge/;
const keptFor = 12 * 3_600_000;
/** Characters: the oldest go first. */
const mostKept = 200_000;

/**
 * What this screen wants and has not yet heard back about (A3): kept in the browser until the server has it on disk.
 * One key an entry, so that two tabs never overwrite each other; sent twice counts once (A1). A phone (`onRefused`) keeps
 * for a while what it heard yes about, too: a server whose log begins a new epoch gets all of it again (S4).
 */
export class Outbox {
  pending = $state.raw<readonly Pending[]>([]);
  #kept: Pending[];
  #waiting = new Map<string, (result: CommandResult) => void>();
  #keep: Keep;
  #prefix: string;
  #send: Send | undefined;
  #epoch = '';
  #onRefused: OnRefused | undefined;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keep: Keep, name: string, onRefused?: OnRefused) {
    this.#keep = keep;
    this.#prefix = `ig.${name}.out.`;
    this.#onRefused = onRefused;
    const all = keep
      .keys(this.#prefix)
      .map((key) => parsePending(keep.get(key)))
      .filter((entry) => entry !== undefined)
      .sort((a, b) => a.at - b.at);
    this.pending = all.filter(({ epoch }) => !epoch);
    this.#kept = all.filter(({ epoch }) => epoch);
    this.#prune();
  }

  /** Resolves with the server's answer, however long that takes; refusals are answers too. */
  add(command: Command): Promise<CommandResult> {
    const entry: Pending = { commandId: nanoid(22), command, at: Date.now() };
    this.#store(entry);
    this.pending = [...this.pending, entry];
    const answer = new Promise<CommandResult>((resolve) => this.#waiting.set(entry.commandId, resolve));
    void this.#flush();
    return answer;
  }

  /** With a road to the server everything leaves in the order in which it came; without one it waits. */
  connect(send?: Send, epoch?: string): void {
    this.#send = send;
    if (epoch) {
      this.#epoch = epoch;
      const lost = this.#kept.filter((entry) => entry.epoch !== epoch);
      this.#kept = this.#kept.filter((entry) => entry.epoch === epoch);
      if (lost.length) this.pending = [...lost, ...this.pending];
    }
    void this.#flush();
  }

  /** What becomes of an answer that was stored: erased, it leaves this screen too; out of sight, it is put back so. */
  note(event: Logged): void {
    for (const entry of this.#kept) {
      const { command, seq = 0 } = entry;
      if (command.type !== 'SubmitAnswer' || !('answer' in event) || answerIdOf(command) !== event.answer) continue;
      if (seq > event.seq) continue;
      if (event.type === 'AnswerWithdrawn' || (event.type === 'AnswerMasked' && event.forGood)) this.#forget(entry);
      else if (event.type === 'AnswerHidden' || event.type === 'AnswerMasked') {
        const isSeen = event.type === 'AnswerHidden' ? !event.hidden : event.text === null;
        const { held: _, ...others } = command;
        entry.command = isSeen ? others : { ...others, held: true };
        this.#store(entry);
      }
    }
  }

  stop(): void {
    this.#send = undefined;
    clearTimeout(this.#timer);
  }

  async #flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let entry = this.pending[0]; entry && this.#send; entry = this.pending[0]) {
        const result = await this.#send({ commandId: entry.commandId, command: entry.command }).catch(() => undefined);
        if (!result || (!result.ok && isPassing(result.refusal.reason))) {
          this.#again();
          return;
        }
        this.#done(entry, result);
      }
    } finally {
      this.#busy = false;
    }
  }

  #done(entry: Pending, result: CommandResult): void {
    const { commandId, command, epoch } = entry;
    if (result.ok && this.#onRefused && own.test(command.type)) {
      const kept = { ...entry, epoch: this.#epoch, seq: result.seq };
      this.#store(kept);
      this.#kept.push(kept);
      this.#prune();
    } else this.#keep.remove(this.#prefix + commandId);
    if (epoch && !result.ok) this.#onRefused?.(entry);
    this.pending = this.pending.filter((entry) => entry.commandId !== commandId);
    this.#waiting.get(commandId)?.(result);
    this.#waiting.delete(commandId);
  }

  #store(entry: Pending): void {
    this.#keep.set(this.#prefix + entry.commandId, JSON.stringify(entry));
  }

  #forget(entry: Pending): void {
    this.#keep.remove(this.#prefix + entry.commandId);
    this.#kept = this.#kept.filter((other) => other !== entry);
  }

  #prune(): void {
    let size = 0;
    for (const entry of [...this.#kept].reverse()) {
      size += JSON.stringify(entry).length;
      if (size > mostKept || entry.at < Date.now() - keptFor) this.#forget(entry);
    }
  }

  #again(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), retryAfter);
  }
}

function parsePending(json: string | null): Pending | undefined {
  try {
    return json ? (JSON.parse(json) as Pending) : undefined;
  } catch {
    return undefined;
  }
}
