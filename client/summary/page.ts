import { createContext } from 'svelte';
import type { Language } from '../../shared/script.ts';

/** What the facilitator may do with each answer. */
export type Moderation = { hide: (answer: string, hidden: boolean) => void };

/** What every part of the document knows of the whole. */
export type Page = {
  /** The language in which people wrote. */
  spoken: () => Language;
  moderation: () => Moderation | null;
};

export const [pageOf, setPage] = createContext<Page>();
