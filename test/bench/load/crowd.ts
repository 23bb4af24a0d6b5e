/** What the load generator does with a system, whatever that is. */
import type { Heard } from './line.ts';

export type Phone = {
  /** Resolves once it is acknowledged. `question`: each once. */
  answer: (question: number, text: string) => Promise<void>;
  drop: () => void;
  /** Comes back with its cursor; gives how many events it had missed. */
  rejoin: () => Promise<number>;
  /** All that its line brought, before and after. */
  bytes: () => number;
};

/** One session. */
export type Room = {
  join: () => Promise<Phone>;
  /** Screens from nothing; gives how many bytes and events they got with their welcome. */
  wall: (heard: Heard) => Promise<{ bytes: number; drop: () => void }>;
  desk: (heard: Heard) => Promise<{ bytes: number; drop: () => void }>;
  /** As many events as the facilitator can make, that each phone is told. */
  tellPhones: (events: number) => Promise<void>;
};

export type Crowd = {
  newRoom: () => Promise<Room>;
  /** What came by HTTP so far, bytes; the phone's part of the script alone, compressed. */
  httpBytes: () => number;
  scriptBytes: () => Promise<number>;
};

/** Questions that can be answered in a room. */
export const questions = 26;
