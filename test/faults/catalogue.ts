import { clocks } from './clock.ts';
import type { Fault } from './fault.ts';
import { kills } from './kill.ts';
import { networks } from './network.ts';
import { restarts } from './restart.ts';

export const faults: readonly Fault[] = [...kills, ...restarts, ...networks, ...clocks];
