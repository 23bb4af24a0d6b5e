/** What the room agreed, as the oracle notes it: each wall has the words of now, and nobody those of before. */
import type { EventOf, EventType, Logged } from '../../shared/events.ts';

type Happened = { [K in EventType]?: (event: Logged<EventOf<K>>) => void };

export function buildAgreements(erase: (texts: string[]) => void) {
  const agreements = new Map<string, { texts: string[]; removed: boolean }>();
  const happened = {
    AgreementMade: ({ agreement, values }) => {
      const known = agreements.get(agreement);
      erase(known?.texts ?? []);
      const texts = Object.values(values).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
      agreements.set(agreement, { removed: false, ...known, texts });
    },
    AgreementRemoved: ({ agreement, removed }) => {
      const known = agreements.get(agreement);
      if (known) known.removed = removed;
    },
  } satisfies Happened;
  return {
    happened,
    onWall: (): string[] => [...agreements.values()].flatMap(({ texts, removed }) => (removed ? [] : texts)),
  };
}
