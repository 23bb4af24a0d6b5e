/** Stores that misbehave on purpose. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CannotStore } from '../../server/store/errors.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Appended, Store } from '../../server/store/store.ts';

export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-gesprek-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type HeldStore = Store & {
  /** From now on no append gets on until `release`. */
  hold: () => void;
  release: () => void;
  /** Appends that wait now. */
  held: () => number;
  /** From now on the disk is full, until `recover`. */
  fail: () => void;
  recover: () => void;
  /** Every append, with how many entries it had. */
  appends: number[];
};

/** A store in memory whose appends can be held up, or refused as by a full disk. */
export function openHeldStore(): HeldStore {
  const store = openMemoryStore();
  const appends: number[] = [];
  let waiting: (() => void)[] = [];
  let isHeld = false;
  let fails = false;

  const unlessFull = () => {
    if (fails) throw new CannotStore('the disk is full');
  };
  return {
    ...store,
    appends,
    async append(...call): Promise<Appended> {
      appends.push(call[2].length);
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
      unlessFull();
      return store.append(...call);
    },
    async probe() {
      unlessFull();
    },
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    held: () => waiting.length,
    fail: () => {
      fails = true;
    },
    recover: () => {
      fails = false;
    },
  };
}
