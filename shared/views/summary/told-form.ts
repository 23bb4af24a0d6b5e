/** What somebody wrote, with what may be known of who and how they judged. */
import type { ScaleShape, Text } from '../../script.ts';

export type Judged = { label: Text; shape: ScaleShape };

type Told = {
  /** Stable within one summary. */
  key: string;
  /** The unit that wrote it ("Duo 7"); null where each person answers. */
  number: number | null;
  /** Of the unit, where its step has turns. */
  turn: number | null;
  /** How many such a unit was meant to hold: 2 for pairs, by which others of its kind are counted. */
  size: number;
  /** How many answered as one, by which it is called: "Drietal 7" where a third joined. */
  people: number;
  state: 'shown' | 'withdrawn' | 'hidden';
  /** The facilitator's alone: to hide or show it. */
  answer: string | null;
  judged: Judged[];
  /** What was asked with that judgement. */
  asked: Text | null;
  /** What else they chose or marked, each with what was asked: which boundary, between whom. */
  choices: { label: Text; chosen: Text[] }[];
  /** Where it was given and judged, if its words are read under another item. */
  given: Text | null;
  /** The item, or the whole set, under which it is read; null where it is about none. */
  about: Text | null;
  stars: number;
  /** How many others said "dit herkennen wij ook". */
  recognised: number;
  kept: boolean;
  /** The facilitator's to see: hidden because it waits for its release, not because it was taken away. */
  unreleased: boolean;
  /** The facilitator's to see: entered at the desk, or sent after the step was closed. */
  paper: boolean;
  late: boolean;
};

/** One text that somebody wrote; empty where it was withdrawn. */
export type Quote = Told & { text: string };

/** A row of the table of boundary situations. */
export type Situation = Told & {
  text: string;
  /** Further texts ("Waarom wel of niet?"). */
  more: { label: Text; text: string }[];
};
