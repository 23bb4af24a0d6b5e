/** Research gets what those said who said yes, and no row, quote or count of anybody else (V1, V4, D3). */
import { describe, expect, test } from 'vitest';
import { allKinds, exportFile, isForResearch } from '../../server/exports/register.ts';
import { leftOutOf, researchLog } from '../../server/exports/research.ts';
import type { Event, Logged } from '../../shared/events.ts';
import type { ExportKind } from '../../shared/exports.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { exportText } from '../support/exported.ts';
import { playMatrix } from '../support/matrix/session.ts';

const played = playMatrix();
const { seats } = played;
const kinds = allKinds.filter(isForResearch);
/** What the facilitator and the script call things: nobody's own words. */
const names = new Set(['title', 'section', 'theme', 'subgroup', 'place', 'question', 'fewRole', 'introduction']);
const words = played.said.rows().filter(({ name, word }) => !names.has(name) && /^Q\w+Z$/.test(word));

/** The same session, in which these seats said yes; `guests`: who sits there without a phone did too. */
function agreedBy(yes: readonly string[], guests = true): Logged[] {
  const set = (event: Event, i: number): Logged => ({ ...event, seq: played.log.length + 1 + i, at: 0, by: 'system' });
  const said = yes.flatMap((seat): Event[] => {
    const one = { type: 'ConsentSet', seat, agrees: true, version: null, shown: null } as const;
    const hasGuest = (seatOf(played.room.state, seat)?.people ?? 0) > 1;
    return [{ ...one, guest: false }, ...(hasGuest && guests ? [{ ...one, guest: true } as const] : [])];
  });
  const asked: Event = { type: 'NoticeSet', purpose: null, contact: null, research: true };
  return [...played.log, ...[asked, ...said].map(set)];
}

type Json = {
  research?: { leftOut: number; of: number };
  summary: { head: { people: number; answers: number } };
  answers: { label: string; values: unknown }[];
};
const jsonOf = async (log: readonly Logged[], use?: 'research'): Promise<Json> =>
  JSON.parse(await exportText(log, 'json', use));
const wordsIn = (text: string, isMeant: (owners: readonly string[]) => boolean) =>
  words.filter(({ word, owners }) => isMeant(owners) && text.includes(word)).map(({ name }) => name);

test('given nobody said yes, then no file for research holds an answer, a name or a note of anybody (V1, V4)', async () => {
  const log = agreedBy([]);
  for (const kind of kinds)
    expect([kind, wordsIn(await exportText(log, kind, 'research'), () => true)]).toEqual([kind, []]);
  const { answers, summary, research } = await jsonOf(log, 'research');
  expect([answers.length, summary.head.people, summary.head.answers]).toEqual([0, 0, 0]);
  const team = (await jsonOf(log)).summary.head.answers;
  expect(research).toMatchObject({ leftOut: team, of: team });
  expect(
    String((await exportFile(log, 'csv', () => undefined, 'research')).body)
      .trim()
      .split('\n'),
  ).toHaveLength(1);
});

test('given all said yes, then research has the very answers that the team has, by the same labels', async () => {
  const log = agreedBy(seats);
  const [team, research] = [await jsonOf(log), await jsonOf(log, 'research')];
  expect(research.answers).toEqual(team.answers);
  expect(research.research).toMatchObject({ leftOut: 0, of: team.summary.head.answers });
  // Whose words a facilitator's note repeats, nobody can say.
  const text = JSON.stringify(research);
  expect(words.filter(({ name, word }) => /^note/.test(name) && text.includes(word))).toEqual([]);
  expect(text).toContain('QconclusionZ');
});

const isTheirs = (id: string, seat: string) => {
  const answer = get(played.room.state.answers, id);
  return answer?.unit === seat || answer?.writers.includes(seat);
};
const isDrawnFrom = (seat: string) =>
  Object.values(played.room.state.conclusions).some(({ answers }) => answers.some((id) => isTheirs(id, seat)));

describe('given one of them did not say yes', () => {
  const some = new Set([seats[3]]);
  test.each(seats.map((seat, i) => [i, seat] as const))(
    'seat %i: nothing that they wrote, alone or with others',
    async (_, out) => {
      const log = agreedBy(seats.filter((seat) => seat !== out));
      const asked: readonly ExportKind[] = some.has(out) ? kinds : ['json'];
      for (const kind of asked) {
        const text = await exportText(log, kind, 'research');
        expect([kind, wordsIn(text, (owners) => owners.includes(out))]).toEqual([kind, []]);
        // What was drawn from theirs too may say what they said.
        if (isDrawnFrom(out)) expect(text).not.toContain('QconclusionZ');
      }
      const [team, research] = [await jsonOf(log), await jsonOf(log, 'research')];
      const theirs = [...valuesOf(played.room.state.answers)].filter(
        ({ unit, writers }) => unit === out || writers.includes(out),
      );
      const labels = new Set(research.answers.map(({ label }) => label));
      expect(theirs.length).toBeGreaterThan(0);
      expect(research.answers.length).toBeLessThan(team.answers.length);
      expect(team.answers.filter(({ label }) => labels.has(label)).length).toBeGreaterThanOrEqual(
        research.answers.length,
      );
      expect(research.summary.head.people).toBe(
        team.summary.head.people - (seatOf(played.room.state, out)?.people ?? 0),
      );
      expect(research.research?.of).toBe(team.summary.head.answers);
      expect(research.research?.leftOut).toBe(team.summary.head.answers - research.summary.head.answers);
      expect(JSON.stringify(research)).not.toContain(out);
    },
  );
});

test('given who holds the phone said yes, and who sits at it did not, then what they wrote is no more for research', () => {
  const [both, alone] = [agreedBy(seats), agreedBy(seats, false)].map((log) => leftOutOf(log, researchLog(log)));
  expect(both?.leftOut).toBe(0);
  expect(alone?.leftOut).toBeGreaterThan(0);
});

test('the number left out stands in the file, and in its name', async () => {
  const log = agreedBy(seats.slice(1));
  const { leftOut, of } = leftOutOf(log, researchLog(log));
  const sentence = `${leftOut} van ${of} antwoorden niet voor onderzoek`;
  for (const kind of ['pdf', 'docx', 'markdown', 'xlsx', 'qdpx'] as const) {
    const text = (await exportText(log, kind, 'research')).replace(/<[^>]*>/g, '');
    expect([kind, text.includes(sentence)]).toEqual([kind, true]);
  }
  const { name } = await exportFile(log, 'csv', () => undefined, 'research');
  expect(name).toContain(`_onderzoek-${leftOut}-van-${of}-niet.csv`);
  expect((await exportFile(log, 'csv')).name).not.toContain('onderzoek');
});
