import type { Input, Recipe } from '../case.ts';

/** A case that was made, before anybody saw what comes of it; `expect` where that is known by what it is. */
export type Made = Input & { name: string; why: string; expect?: string; becomes?: Recipe };

export const named = (name: string, why: string, input: Input, expect?: string): Made => ({
  ...{ name, why },
  ...input,
  ...(expect !== undefined && { expect }),
});

/** A name for a file, of whatever it is about. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
