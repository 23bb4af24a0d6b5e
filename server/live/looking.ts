import { invitedDesk } from '../../shared/session/subgroups.ts';
import type { Host } from './session-host.ts';

/**
 * Whether this facilitator may look at what is left of a damaged log: the owner, and who was invited in that part. Who was
 * invited after it may have been invited to one subgroup alone, and that is not known any more (V1).
 */
export const mayLook = ({ damage, owner, state }: Host, facilitator: string): boolean =>
  damage === null || owner === facilitator || invitedDesk(state, facilitator) !== undefined;
