/** What is made of the answers in the session of the matrix, and what phones say of it. */
import { openStep, seatActor } from '../room.ts';
import type { Stage } from './writing.ts';

export type Drawn = { conclusion: string; minorities: Record<string, string>; removedAfter: string; noteAfter: string };
export function harvest({ room, said, seats }: Stage, answers: string[]): Drawn {
  openStep(room, 'harvest');
  const note = (words: string, subgroup: string | null = null): string => {
    const [added] = room.must({ type: 'AddNote', kind: 'insight', text: words, item: 'o1', subgroup });
    return added?.type === 'NoteAdded' ? added.note : '';
  };
  const draw = (
    words: string,
    kind: 'conclusion' | 'proposal',
    notes: string[] = [],
    conclusion: string | null = null,
  ) => {
    const [drawn] = room.must({ type: 'DrawConclusion', conclusion, kind, text: words, item: 'def', answers, notes });
    return drawn?.type === 'ConclusionDrawn' ? drawn.conclusion : '';
  };
  const agree = (words: string, agreement: string | null = null): string => {
    const values = { what: { kind: 'text' as const, text: words } };
    const [made] = room.must({ type: 'MakeAgreement', agreement, step: 'harvest', values });
    return made?.type === 'AgreementMade' ? made.agreement : '';
  };
  const agreed = agree(said.say('agreementBefore', 'gone'));
  agree(said.say('agreement', 'noted'), agreed);
  room.must({ type: 'RemoveAgreement', agreement: agree(said.say('agreementRemoved', 'removed')), removed: true });
  const changed = note(said.say('noteBefore', 'gone'), 'a');
  room.must({ type: 'ChangeNote', note: changed, text: said.say('note', 'noted') });
  room.must({ type: 'RemoveNote', note: note(said.say('noteRemoved', 'removed')), removed: true });
  const noteAfter = note(said.say('noteRemovedAfter', 'removed'));
  const first = draw(said.say('conclusionBefore', 'gone'), 'conclusion', [changed]);
  const conclusion = draw(said.say('conclusion', 'concluded'), 'conclusion', [changed], first);
  room.must({
    type: 'RemoveConclusion',
    conclusion: draw(said.say('conclusionRemoved', 'removed'), 'conclusion'),
    removed: true,
  });
  const removedAfter = draw(said.say('conclusionRemovedAfter', 'removed'), 'conclusion');
  const proposal = draw(said.say('proposal', 'concluded'), 'proposal');
  const decide = (reason: string) =>
    room.must({ type: 'DecideProposal', conclusion: proposal, decision: 'not', reason });
  decide(said.say('reasonBefore', 'gone'));
  decide(said.say('reason', 'noted'));
  room.must({ type: 'AskConclusion', conclusion: removedAfter });
  room.must({ type: 'AskConclusion', conclusion });
  const judge = (seat: string, words: string) =>
    room.must({ type: 'JudgeConclusion', conclusion, agrees: words === '', note: words }, seatActor(seat));
  const [a = '', b = '', c = '', d = '', e = ''] = seats;
  judge(a, said.say('minority', 'minority', a));
  judge(b, said.say('minorityHidden', 'minorityHidden', b));
  judge(c, said.say('minorityHiddenAfter', 'minorityHidden', c));
  judge(d, said.say('minorityTakenBack', 'gone'));
  judge(d, '');
  judge(e, said.say('minorityTakenBackAfter', 'gone'));
  room.must({ type: 'HideMinority', conclusion, seat: b, hidden: true });
  return { conclusion, minorities: { c, e }, removedAfter, noteAfter };
}
