/** terugkijken: what a wall showed, moment by moment, without what may not be shown any more. */
import type { Logged } from '../events.ts';
import type { Counts } from '../protocol.ts';
import type { Language, Script, Text } from '../script.ts';

/** What one event of the log told a wall, or how it changed the figures that a wall gets beside its stream. */
export type Moment = {
  seq: number;
  /** ms since 1970 */
  at: number;
  events: Logged[];
  /** Where they changed. */
  counts?: Counts;
};

/** `id`: of a subgroup; null for the room's own wall. */
export type ReplayWall = { id: string | null; label: Text | null };

/** `moments` is null where a reader has nothing to see: nothing is published. */
export type ReplayPage = {
  by: 'desk' | 'link' | 'seat';
  language: Language;
  /** The link asks for a password first. */
  locked?: true;
  /** null while it is locked. */
  script: Script | null;
  /** Those that this reader may choose from. */
  walls: ReplayWall[];
  wall: string | null;
  moments: Moment[] | null;
};
