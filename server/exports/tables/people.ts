import { say } from '../../../shared/script-queries.ts';
import type { Seat } from '../../../shared/session/state.ts';
import { presentOrLeft } from '../../../shared/views/summary/people.ts';
import { rolesOfSeats } from '../../../shared/views/summary/told-roles.ts';
import type { ExportSource } from '../export-source.ts';
import { listed } from './contents.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** The roles of one phone, as far as they may stand beside what it said. */
function rolesTold({ state, language, words }: ExportSource): (seat: Seat) => string | null {
  const rolesOf = rolesOfSeats(state);
  return (seat) => {
    const told = rolesOf(seat);
    if (!told || told.others) return told && words.others;
    const options = state.script.perspectives.options.filter(({ id }) => told.named.includes(id));
    return listed(options.map(({ label }) => say(label, language))) || words.sheets.notSaid;
  };
}

/** Deelnemers: by their pseudonym, never a name, and in no order of coming. */
export function peopleTable(source: ExportSource): Table {
  const { state, people: labels } = source;
  const seats = presentOrLeft(state);
  const rolesOf = rolesTold(source);
  const rows = seats
    .map((seat): Row => [labels.get(seat.seat) ?? '', seat.people, rolesOf(seat)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return { columns: columnsNamed(source, ['participant', 'people', 'perspectives']), rows };
}
