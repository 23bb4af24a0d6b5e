import type { Language } from '../../../shared/script.ts';

/** Kept apart from the script's own list, which would bring the schema along. */
export const languages: readonly Language[] = ['nl', 'en'];
