/** The steps in which people read, talk and look back. */
import { wholeList } from '../../../shared/script-queries.ts';
import { activeUnits, presentSeats, subgroupOf, unitOf } from '../../../shared/session/selectors.ts';
import { get, valuesOf } from '../../../shared/session/table.ts';
import { type Act, desk, type Stage } from './stage.ts';
import type { Told } from './told.ts';

export const tapUnclear = (stage: Stage, { unclear }: Told): Act[] =>
  presentSeats(stage.state()).flatMap(({ seat }, i) => {
    const phrases = [...(unclear[i] ?? [])];
    if (phrases.length === 0) return [];
    return () => stage.give({ role: 'seat', seat }, { type: 'MarkUnclear', step: 'def-lezen', item: 'def', phrases });
  });

const notesIn = (stage: Stage, { notes }: Told, step: string): Act[] =>
  (notes[step] ?? []).map(
    ([kind, subgroup, item, text]) =>
      () =>
        stage.give(desk, { type: 'AddNote', kind, subgroup, item, text }),
  );

/** One stands in the light, and the pairs that know it say so. */
const lightOn = (stage: Stage, name: string): Act[] => [
  () => stage.give(desk, { type: 'SpotlightAnswer', answer: stage.answerNamed(name) }),
  ...activeUnits(stage.state())
    .filter(({ unit, number }) => number % 3 === 0 && !stage.answerNamed(name).includes(`/${unit}/`))
    .map(({ seats: [seat = ''] }) => {
      const recognised = { type: 'RecogniseAnswer', answer: stage.answerNamed(name), recognised: true } as const;
      return () => stage.give({ role: 'seat', seat }, recognised);
    }),
];

export const talkAboutDefinition = (stage: Stage, told: Told): Act[] => [
  ...told.lit.flatMap((name) => lightOn(stage, name)),
  () => stage.give(desk, { type: 'SpotlightAnswer', answer: null }),
  ...told.kept.map(
    (name) => () => stage.give(desk, { type: 'KeepAnswer', answer: stage.answerNamed(name), kept: true }),
  ),
  ...notesIn(stage, told, 'def-gesprek'),
];

export const talkAboutList = (stage: Stage, told: Told): Act[] => notesIn(stage, told, 'ken-gesprek');

/** Boundary situations one by one; most of them. */
function released(stage: Stage, { unreleased }: Told): Act[] {
  const kept = unreleased.map(stage.answerNamed);
  const situations = [...valuesOf(stage.state().answers)]
    .filter(({ prompt, answer }) => prompt === 'boundary' && !kept.includes(answer))
    .sort((a, b) => a.firstSeq - b.firstSeq);
  return situations.map(
    ({ answer }) =>
      () =>
        stage.give(desk, { type: 'ReleaseAnswer', answer, released: true }),
  );
}

/** A subgroup's star comes from one of its own phones. */
const starred = (stage: Stage, name: string): Act => {
  const id = stage.answerNamed(name);
  return () => {
    const answer = get(stage.state().answers, id);
    const subgroup = answer && subgroupOf(stage.state(), answer);
    const seat = presentSeats(stage.state()).find(
      (one) => unitOf(stage.state(), one.unit ?? '')?.subgroup === subgroup,
    );
    return stage.give({ role: 'seat', seat: seat?.seat ?? '' }, { type: 'StarAnswer', answer: id, starred: true });
  };
};

const themed = (stage: Stage, [name, names]: Told['themes'][number]): Act[] => [
  () => {
    const answers = names.map(stage.answerNamed);
    return stage.give(desk, { type: 'GroupAnswers', step: 'model-duo', theme: null, answers });
  },
  () => {
    const theme = [...valuesOf(stage.state().themes)].sort((a, b) => b.number - a.number)[0]?.theme ?? '';
    return stage.give(desk, { type: 'NameTheme', theme, name });
  },
];

export const talkAboutModel = (stage: Stage, told: Told): Act[] => [
  ...told.hidden.map(
    (name) => () => stage.give(desk, { type: 'HideAnswer', answer: stage.answerNamed(name), hidden: true }),
  ),
  ...released(stage, told),
  ...notesIn(stage, told, 'model-gesprek'),
  ...told.themes.flatMap((theme) => themed(stage, theme)),
  ...told.stars.map((name) => starred(stage, name)),
];

/** Each says something or nothing: the lists are shorter than the room. */
export function lookBack(stage: Stage, { takeaways, better }: Told): Act[] {
  const seats = presentSeats(stage.state());
  const said = (prompt: string, texts: readonly string[], from: number): Act[] =>
    texts.map((text, i) => () => {
      const seat = seats[(i + from) % seats.length]?.seat ?? '';
      const asked = { unit: seat, step: 'feedback', item: wholeList, prompt } as const;
      return stage.give(
        { role: 'seat', seat },
        { type: 'SubmitAnswer', ...asked, values: { text: { kind: 'text', text } } },
      );
    });
  return [...said('takeaway', takeaways, 0), ...said('better', better, 5)];
}
