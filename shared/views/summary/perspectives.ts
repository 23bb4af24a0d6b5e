/** Who was here, by perspective, so that no small group can be read off or worked out. */

import type { Text } from '../../script.ts';
import type { Seat, SessionState } from '../../session/state.ts';
import { suppress } from '../../session/suppress.ts';
import { presentOrLeft, tookPart } from './people.ts';
import type { Perspectives, Tally } from './summary-form.ts';

/** From this many people a break-down is given at all. */
const fromPeople = 5;

const notSaid = 'not-said';
const notSaidLabel: Text = { nl: 'niet gezegd', en: 'not said' };

type Said = Pick<Seat, 'people' | 'perspectives'>;

/** Who is asked apart: somebody without a phone is, who came with two on one phone is not. */
const saidBy = ({ people, perspectives, guest }: Seat): Said[] =>
  guest ? [perspectives, guest].map((own) => ({ people: 1, perspectives: own })) : [{ people, perspectives }];

/** Two people who came on one phone with two perspectives are one of each; with one they are two of it. */
function cellsOf(state: SessionState): { cells: Tally[]; doubled: boolean } {
  const cells = state.script.perspectives.options.map(({ id, label }) => ({ id, label, count: 0 }));
  const silent: Tally = { id: notSaid, label: notSaidLabel, count: 0 };
  let doubled = false;
  for (const { people, perspectives } of presentOrLeft(state).flatMap(saidBy)) {
    if (perspectives.length === 0) silent.count += people;
    if (perspectives.length > people) doubled = true;
    for (const cell of cells) {
      if (perspectives.includes(cell.id)) cell.count += perspectives.length === 1 ? people : 1;
    }
  }
  return { cells: [...cells, silent], doubled };
}

export function perspectivesOf(state: SessionState): Perspectives {
  const from = state.script.privacy.breakdownFrom;
  const n = tookPart(state);
  const { cells, doubled } = cellsOf(state);
  const nothing = (reason: Perspectives['reason']): Perspectives => ({
    ...{ shown: [], others: null, n, from, doubled: false, reason },
  });
  if (state.script.perspectives.options.length === 0) return nothing('notAsked');
  if (n < fromPeople) return nothing('tooFewPeople');
  const { shown, hidden } = suppress(cells, from);
  if (shown.length === 0) return nothing('tooSmall');
  const others = hidden.reduce((sum, cell) => sum + cell.count, 0);
  return { shown, others: others || null, n, from, doubled, reason: 'shown' };
}
