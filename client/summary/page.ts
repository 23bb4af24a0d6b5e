import { createContext } from 'svelte';
import type { Language } from '../../shared/script.ts';
import type { Commenting } from './commenting.svelte.ts';

/** What the facilitator may do with each answer. */
export type Moderation = {
  /** `waited`: it is shown for the first time. */
  hide: (answer: string, hidden: boolean, waited: boolean) => void;
  /** Where its words are covered: at the desk, which has them. */
  coverAt: (answer: string) => string;
};

/** What every part of the document knows of the whole. */
export type Page = {
  /** The language in which people wrote. */
  spoken: () => Language;
  /** Whether there is a part with proposals to go to. */
  proposals: () => boolean;
  moderation: () => Moderation | null;
  /** Null: nobody comments here. */
  commenting: () => Commenting | null;
};

export const [pageOf, setPage] = createContext<Page>();
