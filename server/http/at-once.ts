import { refuse } from './answer.ts';

/** What one facilitator has in the making or waiting, at most so much: nobody takes all the places. Counted until it is made, or is not. */
export function buildAtOnce(most: number) {
  const underway = new Map<string, number>();

  return async function counted<T>(facilitator: string, make: () => Promise<T>): Promise<T> {
    const others = underway.get(facilitator) ?? 0;
    if (others >= most) refuse('tooFast');
    underway.set(facilitator, others + 1);
    try {
      return await make();
    } finally {
      const left = (underway.get(facilitator) ?? 1) - 1;
      if (left > 0) underway.set(facilitator, left);
      else underway.delete(facilitator);
    }
  };
}
