// What a document says, whatever its form: from one outline, with what each thing rests on.
import { expect, test } from 'vitest';
import { outlineOf } from '../../server/exports/document/outline.ts';
import { exportSource } from '../../server/exports/export-source.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { playSession } from '../shared/summary-session.ts';
import { exportText } from '../support/exported.ts';

const said = 'Gelijkwaardig samenwerken vraagt tijd in het rooster.';
const proposed = 'Noem de naasten van de cliënt in de definitie.';

function concluded() {
  const played = playSession();
  played.wholeAfternoon();
  const answers = played.answers('model-duo').filter(({ prompt }) => prompt === 'clear');
  const [first, second, third] = answers;
  if (!first || !second || !third) throw new Error('no answers');
  played.must({ type: 'AddNote', kind: 'insight', text: 'Tijd is het woord.', item: null, subgroup: null });
  const [note = ''] = Object.keys(played.state.notes);
  const draw = { type: 'DrawConclusion', conclusion: null } as const;
  const kinds = {
    conclusion: { kind: 'conclusion', text: said },
    proposal: { kind: 'proposal', text: proposed },
  } as const;
  const rests = [first.answer, second.answer];
  played.must({ ...draw, ...kinds.conclusion, item: 'o1', answers: rests, notes: [note] });
  played.must({ ...draw, ...kinds.proposal, item: null, answers: [third.answer], notes: [] });
  const [conclusion = '', proposal = ''] = Object.keys(played.state.conclusions);
  played.must({ type: 'DecideProposal', conclusion: proposal, decision: 'later', reason: 'Eerst overleg.' });
  played.must({ type: 'AskConclusion', conclusion });
  const seats = [...valuesOf(played.state.seats)].slice(0, 5);
  for (const [i, { seat }] of seats.entries()) {
    const note = i === 0 ? 'Bij ons is er tijd genoeg.' : '';
    const judged = { type: 'JudgeConclusion', conclusion, agrees: i > 0, note } as const;
    played.must(judged, { role: 'seat', seat });
  }
  return { played, first, second, third };
}

const { played, first, second, third } = concluded();
const blocks = outlineOf(exportSource(played.log)).blocks;
const after = (text: string) => {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === text);
  const rest = blocks.slice(from + 1);
  const to = rest.findIndex((block) => block.kind === 'heading');
  return rest.slice(0, to);
};

test('a conclusion stands with every quotation that it rests on, its notes, and what the room said to it', () => {
  const words = [first, second].map((answer) => played.textOf(answer)[0]);
  const ground = after(said);
  const quotes = ground.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
  expect(quotes).toEqual([...words, 'Bij ons is er tijd genoeg.']);
  expect(ground).toContainEqual(
    expect.objectContaining({
      kind: 'paragraph',
      text: expect.stringMatching(
        /^Klopt dit\? 4 van 5 telefoons die reageerden: klopt\. 1 van 5: niet helemaal\. \d+ reageerden niet\.$/,
      ),
    }),
  );
  expect(JSON.stringify(ground)).toContain('Tijd is het woord.');
});

test('a proposal stands with what became of it, and why', () => {
  const ground = after(proposed);
  expect(ground).toContainEqual(expect.objectContaining({ kind: 'paragraph', text: 'Later. Eerst overleg.' }));
  expect(ground).toContainEqual(expect.objectContaining({ kind: 'quote', text: played.textOf(third)[0] }));
});

test.each(['markdown', 'docx', 'pdf'] as const)('%s holds conclusions and proposals with their words', async (kind) => {
  const text = (await exportText(played.log, kind)).replaceAll('\\', '');
  for (const words of [
    said,
    proposed,
    'Later. Eerst overleg.',
    played.textOf(first)[0],
    'Bij ons is er tijd genoeg.',
  ]) {
    expect(text).toContain(words);
  }
});

test('a conclusion that rests on a withdrawn answer says so, without its words (V4)', () => {
  const { played: other, first: gone } = concluded();
  const [words = ''] = other.textOf(gone);
  other.withdraw(gone);
  const told = JSON.stringify(outlineOf(exportSource(other.log)).blocks);
  expect(told).not.toContain(`"${words}"`);
  expect(told).toContain('"by":"Ingetrokken"');
});

test('what was never opened is not discussed, which is no count of 0 (D3)', () => {
  const half = playSession();
  for (let i = 0; i < 8; i++) half.join(1, [], '');
  half.open('def-duo');
  half.answer();
  const told = JSON.stringify(outlineOf(exportSource(half.log)).blocks);
  expect(told).toContain('Niet behandeld');
  expect(told).not.toContain('Leiderschap en autonomie');
});

test('no document holds a percentage, a mean, a rank or a name for how many agree (D3)', () => {
  for (const block of blocks) {
    const text = JSON.stringify(block.kind === 'figure' ? block.alt : block);
    expect(text).not.toMatch(/%|gemiddeld|consensus|meerderheid|top ?\d/i);
  }
});
