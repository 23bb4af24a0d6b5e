import type { Access } from './access.ts';
import type { Backups } from './backup/backups.ts';
import type { Config } from './config.ts';
import type { Admission } from './entry/admission.ts';
import type { Acts } from './facilitators/acts.ts';
import type { Facilitators } from './facilitators/facilitators.ts';
import type { Organisation } from './facilitators/organisation.ts';
import type { RefusalLog } from './http/refusal-log.ts';
import type { Library } from './library/library.ts';
import type { Bell } from './live/bell.ts';
import type { Hosts } from './live/hosts.ts';
import type { Nodes } from './nodes/nodes.ts';
import type { Proxies } from './proxies.ts';
import type { Rehearsals } from './rehearsal/rehearsals.ts';
import type { Drafting } from './scripts/drafting.ts';
import type { OwnScripts } from './scripts/own-scripts.ts';
import type { DoorSigns } from './sockets/door-signs.ts';
import type { Store } from './store/store.ts';
import type { TeamLinks } from './team-links.ts';

/** What the routes and sockets of one running server share. */
export type House = {
  config: Config;
  /** Milliseconds since 1970. */
  clock: () => number;
  store: Store;
  library: Library;
  drafting: Drafting;
  ownScripts: OwnScripts;
  access: Access;
  facilitators: Facilitators;
  acts: Acts;
  /** Where facilitators can sign in too, if that is turned on. */
  organisation: Organisation | undefined;
  teamLinks: TeamLinks;
  backups: Backups;
  hosts: Hosts;
  /** The other nodes of this server; alone, they are nobody. */
  nodes: Nodes;
  /** Rung when what readers of a summary get may be another. */
  bell: Bell;
  refusals: RefusalLog;
  proxies: Proxies;
  admission: Admission;
  doorSigns: DoorSigns;
  rehearsals: Rehearsals;
  /** How phones reach this server: "http://192.168.1.5:3000". */
  origin: () => string;
  /** Where the facilitator begins: what a start prints, and `npm run key`. */
  deskOrigin: () => string;
};
