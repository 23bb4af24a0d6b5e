/** The text of each unit or person: all that they were asked, and what they said to it. */
import { groupBy } from '../../../shared/group-by.ts';
import type { Field } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import type { ExportSource } from '../export-source.ts';
import { type FieldContent, type ReadableAnswer, readableAnswers } from '../readable-answers.ts';
import { unitPerspectives } from '../unit-perspectives.ts';
import { askingSteps, type Codebook, choiceKey, judgementKey, promptKey } from './codebook.ts';
import { shortName } from './names.ts';
import { openText, type Selection } from './source-text.ts';

export type SourceText = {
  key: string[];
  /** What tells it apart within its session: "D01". */
  label: string;
  text: string;
  selections: Selection[];
  /** What is known of who wrote it. */
  unit: { kind: string; people: number; subgroup: string; roles: string[] };
};

/** Without the turn: all turns of a unit are one text. */
const ownLabel = ({ label }: ReadableAnswer): string => label.replace(/-\d+$/, '');

function writerOf(source: ExportSource, codebook: Codebook) {
  const { state, language, words } = source;
  const steps = askingSteps(source);
  const itemsOf = ({ step }: ReadableAnswer) =>
    state.script.itemSets.find((set) => set.id === step.items?.set)?.items ?? [];

  /** What it is about; words may be read under another item than the judgement that was given. */
  function itemCode({ step, item, movedTo }: ReadableAnswer, words: boolean): string | undefined {
    const about = (words && movedTo) || item;
    return step.items && codebook.guidOf('item', step.items.set, about?.id ?? '');
  }
  function linesOf(value: FieldContent): string {
    const join = (texts: string[]) => texts.join(' | ');
    switch (value.kind) {
      case 'judgement':
      case 'choice':
        return join(value.choices.map((choice) => say(choice, language)));
      case 'date':
        return value.date;
      default:
        return '';
    }
  }
  function saidOf(
    answer: ReadableAnswer,
    field: Field,
    value: FieldContent,
  ): { text: string; codes: (string | undefined)[] } {
    const { step, prompt } = answer;
    const label = say(field.label, language);
    const after = (text: string, lead = label) => (lead ? `${lead}${/[?:!.]$/.test(lead) ? '' : ':'} ${text}` : text);
    switch (value.kind) {
      case 'text':
        return { text: value.text, codes: [] };
      case 'judgement': {
        const text = linesOf(value);
        // A unit that differed is never counted under one of its judgements.
        const split = value.choices.length > 1;
        const codes = split
          ? [codebook.guidOf('split')]
          : value.choices.map((one) => codebook.guidOf(...judgementKey(say(one, language))));
        return { text: after(split ? `${words.refi.split} (${text})` : text, words.refi.judgement), codes };
      }
      case 'choice':
        return {
          text: after(linesOf(value)),
          codes: value.ids.map((id) => codebook.guidOf(...choiceKey(step, prompt, field, steps), id)),
        };
      case 'marks': {
        const marked = itemsOf(answer).filter(({ id }) => value.items.includes(id));
        const titles = marked.map((item) => say(titleOfItem(item), language)).join(' | ');
        return {
          text: after(titles),
          codes: marked.map(({ id }) => codebook.guidOf('item', step.items?.set ?? '', id)),
        };
      }
      case 'date':
        return { text: after(value.date), codes: [] };
    }
  }

  return (out: ReturnType<typeof openText>, answer: ReadableAnswer): void => {
    const { step, item, movedTo, prompt, label } = answer;
    const title = say(prompt.title, language);
    const about = item ? say(titleOfItem(item), language) : step.items ? words.wholeList : '';
    const moved = movedTo ? ` ${words.refi.readUnder(say(titleOfItem(movedTo), language))}` : '';
    out.line();
    out.line(`${say(step.title, language)}${label === ownLabel(answer) ? '' : ` (${label})`}`);
    out.line(`${about}${moved}${about ? ' – ' : ''}${title}`);
    for (const { field, value } of answer.fields) {
      const { text, codes } = saidOf(answer, field, value);
      if (!text) continue;
      const asked = say(field.label, language);
      if (value.kind === 'text' && asked) out.line(asked);
      const crossed = [
        itemCode(answer, value.kind === 'text'),
        codebook.guidOf(...promptKey(step, prompt, steps)),
        ...codes,
      ];
      out.select(text, {
        key: [label, step.id, item?.id ?? '', prompt.id, field.id],
        name: shortName(`${label} ${title}`),
        at: answer.submitted.replace(/Z$/, ':00Z'),
        codes: [...new Set(crossed.filter((code) => code !== undefined))],
      });
    }
  };
}

/** One text for each unit and each person that answered: units first, by number. */
export function unitSources(source: ExportSource, codebook: Codebook): SourceText[] {
  const { state, language, words } = source;
  const rolesOf = unitPerspectives(state, language, words.others);
  const write = writerOf(source, codebook);
  const answers = readableAnswers(source).filter(({ withdrawn, fields }) => !withdrawn && fields.length > 0);
  return [...groupBy(answers, ({ unit }) => unit).values()]
    .map((own) => {
      const [first] = own as [ReadableAnswer];
      const label = ownLabel(first);
      const individual = first.number === null;
      const people = Math.max(...own.map((answer) => answer.people));
      const kind = individual ? words.individual : words.unitKind(first.size);
      const subgroup = own.findLast((answer) => answer.subgroup)?.subgroup;
      const out = openText();
      out.line(`${label} (${kind})`);
      for (const answer of own) write(out, answer);
      return {
        ...{ place: first.number ?? Number.POSITIVE_INFINITY, key: ['unit', String(first.number ?? label)], label },
        ...out.close(),
        unit: {
          kind,
          people,
          subgroup: subgroup ? say(subgroup, language) : '',
          roles: individual ? [] : rolesOf(first.unit),
        },
      };
    })
    .sort((a, b) => a.place - b.place || (a.label < b.label ? -1 : 1))
    .map(({ place: _, ...text }) => text);
}
