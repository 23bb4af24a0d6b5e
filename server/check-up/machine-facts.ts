import { existsSync, readFileSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** How many files and lines this process may have open; null where the system does not say. */
function openFiles(): number | null {
  if (!existsSync('/proc/self/limits')) return null;
  const [, soft = ''] = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft) || null;
}

/** What Linux can give when it is asked, with what it holds only to be quick; else what is free. */
function memoryFree(): number {
  if (!existsSync('/proc/meminfo')) return freemem();
  const [, kilobytes] = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return kilobytes ? Number(kilobytes) * 1024 : freemem();
}

export async function lookAtMachine() {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await wait(1_000);
  delay.disable();
  return {
    memoryOwn: process.memoryUsage.rss(),
    memoryFree: memoryFree(),
    memoryAll: totalmem(),
    /** Milliseconds that an answer had to wait for other work, at worst 1 in 100. */
    delayMs: delay.percentile(99) / 1e6,
    openFiles: openFiles(),
  };
}
