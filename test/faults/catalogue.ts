import { clocks } from './clock.ts';
import { crowds } from './crowd.ts';
import { damages } from './damage.ts';
import { disks } from './disk.ts';
import type { Fault } from './fault.ts';
import { kills } from './kill.ts';
import { networks } from './network.ts';
import { nodeFaults } from './nodes.ts';
import { powers } from './power.ts';
import { restarts } from './restart.ts';
import { updates } from './update.ts';

export const faults: readonly Fault[] = [
  ...kills,
  ...powers,
  ...restarts,
  ...networks,
  ...crowds,
  ...clocks,
  ...disks,
  ...damages,
  ...updates,
  ...nodeFaults,
];
