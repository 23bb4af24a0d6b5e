/** The steps in which pairs answer. */
import type { FieldValue, FieldValues } from '../../../shared/commands.ts';
import { wholeList } from '../../../shared/script-queries.ts';
import { activeUnits, dealtItems } from '../../../shared/session/selectors.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import type { Act, Stage } from './stage.ts';
import type { Judged, Marked, OnComponent, Said, Situation, Told } from './told.ts';

type Answering = { unit: string; item: string; prompt: string; values: FieldValues; name?: string | undefined };

const judgement = (judged: Judged): FieldValue => ({ kind: 'judgement', choices: judged.split('|') });
const chosen = (choices: readonly string[]): FieldValue => ({ kind: 'choice', choices: [...choices] });

function saidIn(field: string, [judged, words]: Said): FieldValues {
  return { judgement: judgement(judged), ...(words && { [field]: { kind: 'text', text: words } }) };
}
const markedIn = ([judged, items]: Marked): FieldValues => ({
  judgement: judgement(judged),
  ...(items.length > 0 && { marks: { kind: 'marks', items: [...items] } }),
});
const situationIn = ({ story, which, between, judged, why }: Situation): FieldValues => ({
  situation: { kind: 'text', text: story },
  which: chosen(which),
  between: chosen(between),
  judgement: judgement(judged),
  ...(why && { why: { kind: 'text', text: why } }),
});

/** One of the pair sends it: not always the same one. */
function sent(stage: Stage, step: string, all: readonly Answering[]): Act[] {
  const units = new Map(activeUnits(stage.state()).map((one) => [one.unit, one]));
  return all.map(({ name, ...answering }, i) => () => {
    const seats = units.get(answering.unit)?.seats ?? [];
    const seat = seats[i % seats.length] ?? '';
    stage.name(answerIdOf({ ...answering, step }), name);
    return stage.give({ role: 'seat', seat }, { type: 'SubmitAnswer', step, ...answering });
  });
}

const prompts = ['recognisable', 'usable', 'complete'] as const;

export function onDefinition(stage: Stage, { definition }: Told): Act[] {
  const units = activeUnits(stage.state());
  const all = prompts.flatMap((prompt) =>
    definition.flatMap((told, i): Answering[] => {
      const unit = units[i]?.unit;
      if (!unit) return [];
      return [{ unit, item: 'def', prompt, values: saidIn('why', told[prompt]), name: told[prompt][2] }];
    }),
  );
  return sent(stage, 'def-duo', all);
}

export function onList(stage: Stage, { list }: Told): Act[] {
  const units = activeUnits(stage.state());
  const all = prompts.flatMap((prompt) =>
    list.flatMap((told, i): Answering[] => {
      const unit = units[i]?.unit;
      if (!unit) return [];
      if (prompt !== 'complete') return [{ unit, item: wholeList, prompt, values: markedIn(told[prompt]) }];
      const { complete } = told;
      return [{ unit, item: wholeList, prompt, values: saidIn('why', complete), name: complete[2] }];
    }),
  );
  return sent(stage, 'ken-duo', all);
}

/** Who was dealt a component first tells of it; for the last there may be no time left. */
function onComponent(stage: Stage, item: string, { clear, situations }: OnComponent): (Answering & { nth: number })[] {
  const dealt = activeUnits(stage.state())
    .map(({ unit, number }) => ({ unit, number, nth: dealtItems(stage.state(), 'model-duo', unit).indexOf(item) }))
    .filter(({ nth }) => nth >= 0)
    .sort((a, b) => a.nth - b.nth || a.number - b.number);
  return dealt.flatMap(({ unit, nth }, i) => {
    const [said, situation] = [clear[i], situations[i]];
    return [
      ...(said ? [{ unit, item, nth, prompt: 'clear', values: saidIn('evokes', said), name: said[2] }] : []),
      ...(situation
        ? [{ unit, item, nth: nth + 0.5, prompt: 'boundary', values: situationIn(situation), name: situation.name }]
        : []),
    ];
  });
}

export function onModel(stage: Stage, { model }: Told): Act[] {
  const all = Object.entries(model).flatMap(([item, told]) => onComponent(stage, item, told));
  const inOrder = all.sort((a, b) => a.nth - b.nth).map(({ nth: _, ...answering }) => answering);
  return sent(stage, 'model-duo', inOrder);
}
