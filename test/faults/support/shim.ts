import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../support/room-random.ts';
import { compiler } from '../run.ts';

/** Compiles what stands between the program and its disk; the file to preload. */
export function buildShim(folder: string): string {
  const library = join(folder, 'disk.so');
  const source = join(import.meta.dirname, 'disk.c');
  const made = spawnSync(compiler, ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return library;
}

const sector = 512;

/**
 * What a disk may hold after its power was lost: all that was synced, and of what was written since any sectors and any
 * length, as chance has it.
 */
export function afterPowerLoss(durable: string, actual: string, into: string, random: Random): void {
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(durable).filter((one) => !one.endsWith('.part'))) {
    const now = join(actual, name);
    // SQLite syncs the folder when it deletes a file.
    if (existsSync(now))
      writeFileSync(join(into, name), someOf(readFileSync(join(durable, name)), readFileSync(now), random));
  }
}

function someOf(synced: Buffer, written: Buffer, random: Random): Buffer {
  const longer = written.length > synced.length;
  const length = longer && random.chance(0.5) ? written.length : synced.length;
  const kept = Buffer.alloc(length);
  synced.copy(kept);
  const share = random.pick([0, 0.1, 0.5, 0.9, 1]);
  for (let at = 0; at < Math.min(length, written.length); at += sector) {
    if (random.chance(share)) written.copy(kept, at, at, Math.min(at + sector, length));
  }
  return kept;
}
