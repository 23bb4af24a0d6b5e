import type {
  Beside,
  Counts,
  DoorSign,
  Draft,
  Frame,
  Presence,
  Role,
  ServerToClient,
  StreamName,
} from '../../shared/protocol.ts';

export type GoodbyeReason = Parameters<ServerToClient['goodbye']>[0];

/** One screen that said hello (verbinding); the sockets behind it are not known here. */
export type Connection = {
  readonly role: Role;
  readonly seat: string | null;
  readonly facilitator: string | null;
  /** Whose right it came in by: names the grant's subject. */
  readonly subject: string;
  /** Of a wall: the one subgroup that it shows. */
  readonly subgroup: string | null;
  /** Of a wall: on how many pages its picture stands; 0 until it told. */
  pages: number;
  /** What it hears now. */
  streams: readonly StreamName[];
  /** Hears exactly these streams from now on. */
  listen: (streams: readonly StreamName[]) => void;
  /** Asks it to say hello again without a cursor. */
  refresh: () => void;
  counts: (counts: Counts) => void;
  presence: (presence: Presence) => void;
  beside: (beside: Beside) => void;
  door: (sign: DoorSign) => void;
  /** Tells why, and ends the line. */
  goodbye: (reason: GoodbyeReason) => void;
};

/** How one session's news leaves for the screens; a message to many is encoded once. */
export type Outlet = {
  frame: (frame: Frame) => void;
  /** To all phones and the room's walls; those of one subgroup to its walls. */
  counts: (counts: Counts, subgroup: string | null) => void;
  /** To all desks. */
  presence: (presence: Presence) => void;
  /** To the phones that hear this stream. */
  draft: (draft: Draft, to: StreamName) => void;
  /** To the phones of that unit. */
  beside: (beside: Beside) => void;
};
