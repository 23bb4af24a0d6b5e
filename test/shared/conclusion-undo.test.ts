/** Two desks and one conclusion: an undo takes back its own act, and never what the other did since (D1). */
import { expect, test } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { activeUnits, conclusionOf, textOf } from '../../shared/session/selectors.ts';
import { type Drawn, unask, undecide, undraw } from '../../shared/views/desk/conclusion-undo.ts';
import { joinMany, openRoom, openStep, type Room, submit, text } from '../support/room.ts';

function answered() {
  const room = openRoom();
  joinMany(room, 4);
  openStep(room, 'pairs');
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const [seat = ''] = activeUnits(room.state)[0]?.seats ?? [];
  const answer = submit(room, seat, place, { why: text('Van duo 1') });
  const drawn = (words: string, kind: Drawn['kind'] = 'conclusion'): Drawn => ({
    ...{ kind, text: words, item: 'def', answers: [answer], notes: [] },
  });
  return { room, drawn };
}
const give = (room: Room, commands: readonly Command[]) => {
  for (const command of commands) room.must(command);
};
const standing = ({ state }: Room) =>
  Object.values(state.conclusions).flatMap((one) => (one.removed ? [] : [textOf(state, one.text)]));
function make(room: Room, drawn: Drawn) {
  const known = new Set(Object.keys(room.state.conclusions));
  room.must({ type: 'DrawConclusion', conclusion: null, ...drawn });
  const made = Object.values(room.state.conclusions).find(({ conclusion }) => !known.has(conclusion));
  if (!made) throw new Error('not drawn');
  return made;
}

test('given another conclusion that was drawn since, then the undo takes away its own', () => {
  const { room, drawn } = answered();
  const before = room.state;
  const own = drawn('Wij  leren\u0000 samen');
  make(room, own);
  make(room, drawn('Van het andere bureau'));
  give(room, undraw(before, room.state, null, own));
  expect(standing(room)).toEqual(['Van het andere bureau']);
  expect(undraw(before, room.state, null, own)).toEqual([]);
});

test('given words that another desk changed since, then there is nothing left to take back; else the former words are back', () => {
  const { room, drawn } = answered();
  const first = drawn('Eerste woorden');
  const known = make(room, first);
  const before = room.state;
  const second = drawn('Tweede woorden');
  room.must({ type: 'DrawConclusion', conclusion: known.conclusion, ...second });
  give(room, undraw(before, room.state, known, second));
  expect(standing(room)).toEqual(['Eerste woorden']);
  room.must({ type: 'DrawConclusion', conclusion: known.conclusion, ...drawn('Van het andere bureau') });
  expect(undraw(before, room.state, known, second)).toEqual([]);
});

test('given another question or another picture since, then the undo of asking leaves it', () => {
  const { room, drawn } = answered();
  const [one, other] = [make(room, drawn('Een')), make(room, drawn('Twee'))];
  const before = room.state;
  room.must({ type: 'AskConclusion', conclusion: one.conclusion });
  const wall = { mode: 'cards', item: 'def', prompt: null, page: 0, blank: false } as const;
  room.must({ type: 'SetWall', wall });
  give(room, unask(before, room.state, one.conclusion));
  expect([room.state.asked, room.state.wall]).toEqual([null, wall]);
  room.must({ type: 'AskConclusion', conclusion: one.conclusion });
  give(room, unask(before, room.state, one.conclusion));
  expect(room.state.wall).toEqual(before.wall);
  room.must({ type: 'AskConclusion', conclusion: other.conclusion });
  expect(unask(before, room.state, one.conclusion)).toEqual([]);
});

test('given another decision since, then the undo of a decision leaves it', () => {
  const { room, drawn } = answered();
  const known = make(room, drawn('Voeg de cliënt toe', 'proposal'));
  const { conclusion } = known;
  const before = room.state;
  const decided = { decision: 'taken', reason: 'Terecht' } as const;
  room.must({ type: 'DecideProposal', conclusion, ...decided });
  give(room, undecide(before, room.state, known, decided));
  expect(conclusionOf(room.state, conclusion)).toMatchObject({ decision: null, reason: null });
  room.must({ type: 'DecideProposal', conclusion, decision: 'later', reason: '' });
  expect(undecide(before, room.state, known, decided)).toEqual([]);
});
