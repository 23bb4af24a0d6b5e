import { textOf } from '../../shared/session/selectors.ts';
import { invitedDesk, subgroupNamed } from '../../shared/session/subgroups.ts';
import type { Desk } from './session/desk.svelte.ts';
import { wording } from './wording.svelte.ts';

/** How the desks call a facilitator: "jij", by name, or "medebegeleider 2 (subgroep B)". */
export function deskName(desk: Desk, facilitator: string): string {
  const words = wording.words.desks;
  const { state } = desk.live;
  if (facilitator === desk.access.facilitator) return words.you;
  const invited = invitedDesk(state, facilitator);
  if (!invited) return words.owner;
  const name = textOf(state, invited.name) || words.co(invited.number);
  const subgroup = subgroupNamed(state, invited.subgroup);
  return subgroup ? words.in(name, wording.say(subgroup.label)) : name;
}

/** "door Anke", for what another desk did; empty for one's own. */
export function byDesk(desk: Desk, by: string): string {
  const facilitator = by.startsWith('desk:') ? by.slice('desk:'.length) : '';
  if (!facilitator || facilitator === desk.access.facilitator) return '';
  return wording.words.desks.by(deskName(desk, facilitator));
}
