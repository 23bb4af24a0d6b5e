import type { House } from '../house.ts';
import { lookAtAddress } from './address-facts.ts';
import { type Keeping, lookAtBackups } from './backup-facts.ts';
import { lookAtDisk } from './disk-facts.ts';
import { lookAtHeaders } from './header-facts.ts';
import { lookAtMachine } from './machine-facts.ts';
import { lookAtProgram } from './program-facts.ts';

/** All that the assertions go by, looked at once. */
export async function gatherFacts(house: House, keeping: Keeping) {
  const [address, headers, disk, backups, machine, program] = await Promise.all([
    lookAtAddress(house),
    lookAtHeaders(house.origin()),
    lookAtDisk(house),
    lookAtBackups(house, keeping),
    lookAtMachine(),
    lookAtProgram(house),
  ]);
  return { ...address, ...headers, ...disk, ...backups, ...machine, ...program };
}

export type Facts = Awaited<ReturnType<typeof gatherFacts>>;
