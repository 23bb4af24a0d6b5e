import { nanoid } from 'nanoid';
import type { Command } from '../../shared/commands.ts';
import type { CommandMessage, CommandResult } from '../../shared/protocol.ts';
import { isPassing } from '../../shared/refusals.ts';
import type { Keep } from './storage.ts';

export type Pending = CommandMessage & { at: number };
type Send = (message: CommandMessage) => Promise<CommandResult>;

const retryAfter = 1_500;

/**
 * What this screen wants and has not yet heard back about (A3): kept in the browser until the server has it on disk.
 * One key an entry, so that two tabs never overwrite each other; sent twice counts once (A1).
 */
export class Outbox {
  pending = $state.raw<readonly Pending[]>([]);
  #waiting = new Map<string, (result: CommandResult) => void>();
  #keep: Keep;
  #prefix: string;
  #send: Send | undefined;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keep: Keep, name: string) {
    this.#keep = keep;
    this.#prefix = `ig.${name}.out.`;
    this.pending = keep
      .keys(this.#prefix)
      .map((key) => parsePending(keep.get(key)))
      .filter((entry) => entry !== undefined)
      .sort((a, b) => a.at - b.at);
  }

  /** Resolves with the server's answer, however long that takes; refusals are answers too. */
  add(command: Command): Promise<CommandResult> {
    const entry: Pending = { commandId: nanoid(22), command, at: Date.now() };
    this.#keep.set(this.#prefix + entry.commandId, JSON.stringify(entry));
    this.pending = [...this.pending, entry];
    const answer = new Promise<CommandResult>((resolve) => this.#waiting.set(entry.commandId, resolve));
    void this.#flush();
    return answer;
  }

  /** With a road to the server everything leaves in the order in which it came; without one it waits. */
  connect(send: Send | undefined): void {
    this.#send = send;
    void this.#flush();
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

  #done({ commandId }: Pending, result: CommandResult): void {
    this.#keep.remove(this.#prefix + commandId);
    this.pending = this.pending.filter((entry) => entry.commandId !== commandId);
    this.#waiting.get(commandId)?.(result);
    this.#waiting.delete(commandId);
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
