/** The harvest: what the room concludes, whether it is right, and what is proposed for the text. */
import type { ConclusionKind } from '../../../shared/harvest.ts';
import { presentSeats, textOf } from '../../../shared/session/selectors.ts';
import { type Act, desk, type Stage } from './stage.ts';
import type { Concluded, Proposed, Told } from './told.ts';

const drawnLast = (stage: Stage): string =>
  Object.values(stage.state().conclusions).sort((a, b) => b.seq - a.seq)[0]?.conclusion ?? '';

function notesNamed(stage: Stage, beginnings: readonly string[]): string[] {
  const all = Object.values(stage.state().notes);
  return beginnings.flatMap(
    (words) => all.find(({ text }) => textOf(stage.state(), text).startsWith(words))?.note ?? [],
  );
}

const draw =
  (stage: Stage, kind: ConclusionKind, { text, item, rests }: Concluded | Proposed, notes: readonly string[]): Act =>
  () => {
    const answers = rests.map(stage.answerNamed);
    const drawn = { conclusion: null, kind, text, item, answers, notes: notesNamed(stage, notes) };
    return stage.give(desk, { type: 'DrawConclusion', ...drawn });
  };

/** Shown to all phones: most agree, one or two see it otherwise. */
function concluded(stage: Stage, told: Concluded): Act[] {
  const reactions = presentSeats(stage.state()).flatMap(({ seat }, i): Act[] => {
    if (told.silent.includes(i)) return [];
    const note = told.differs.find(([phone]) => phone === i)?.[1] ?? '';
    return [
      () => {
        const judged = { conclusion: drawnLast(stage), agrees: note === '', note };
        return stage.give({ role: 'seat', seat }, { type: 'JudgeConclusion', ...judged });
      },
    ];
  });
  return [
    draw(stage, 'conclusion', told, told.notes),
    () => stage.give(desk, { type: 'AskConclusion', conclusion: drawnLast(stage) }),
    ...reactions,
    () => stage.give(desk, { type: 'AskConclusion', conclusion: null }),
  ];
}

const proposed = (stage: Stage, told: Proposed): Act[] => [
  draw(stage, 'proposal', told, []),
  () => {
    const { decision, reason } = told;
    return stage.give(desk, { type: 'DecideProposal', conclusion: drawnLast(stage), decision, reason });
  },
];

export const harvest = (stage: Stage, { conclusions, proposals }: Told): Act[] => [
  ...conclusions.flatMap((one) => concluded(stage, one)),
  ...proposals.flatMap((one) => proposed(stage, one)),
];
