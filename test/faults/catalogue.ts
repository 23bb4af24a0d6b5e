import type { Fault } from './fault.ts';
import { kills } from './kill.ts';
import { restarts } from './restart.ts';

export const faults: readonly Fault[] = [...kills, ...restarts];
