/** Where a script asks for figures that are only honest in one way: content validity, and what an agreement holds. */
import type { Script, Step } from '../../shared/script.ts';
import { judgementFieldOf, scaleOf } from '../../shared/script-queries.ts';
import { type Finding, finding, type Path, withForm } from './problem.ts';

export const ratingFaults = (script: Script): Finding[] =>
  script.steps.flatMap((step, at) => [
    ...validityFaults(script, step, at),
    ...comparisonFaults(script, step, at),
    ...agreementFaults(step, at),
  ]);

/** A table of more steps by as many fits on no wall; of more questions there are pages. */
const mostSteps = 7;

function comparisonFaults(script: Script, { compareWith, prompts }: Step, at: number): Finding[] {
  if (compareWith === undefined) return [];
  const scales = prompts.flatMap(({ fields }) =>
    fields.flatMap((field) => (field.kind === 'judgement' ? field.scale : [])),
  );
  const long = scales.find((scale) => (script.scales[scale] ?? []).filter(({ counted }) => counted).length > mostSteps);
  if (long === undefined) return [];
  return [
    withForm(
      finding(
        ['steps', at, 'compareWith'],
        `Schaal "${long}" is te lang om op de wand te vergelijken. Geef hem hoogstens ${mostSteps} stappen, of haal "compareWith" weg.`,
        `Scale "${long}" is too long to compare on the wall. Give it at most ${mostSteps} steps, or remove "compareWith".`,
      ),
      `De schaal is te lang om te vergelijken. Geef hem hoogstens ${mostSteps} keuzes, of kies hier Geen stap.`,
      `The scale is too long to compare. Give it at most ${mostSteps} choices, or choose No step here.`,
    ),
  ];
}

const fourSteps = 'full,open,quarter,threeQuarters';

function validityFaults(script: Script, step: Step, at: number): Finding[] {
  // The second time the same questions are asked it is ignored: people talked in between.
  if (step.compareWith) return [];
  const perspectives = script.perspectives.options.map(({ id }) => id);
  const talked = script.steps.slice(0, at).some(({ kind }) => kind === 'discussion');
  return step.prompts.flatMap(({ contentValidity, fields }, of) => {
    if (!contentValidity) return [];
    const path: Path = ['steps', at, 'prompts', of, 'contentValidity'];
    const field = judgementFieldOf(fields);
    const shapes = field ? scaleOf(script, field).map(({ shape }) => shape) : [];
    const unknown = contentValidity.experts.find((id) => !perspectives.includes(id));
    if (step.form !== 'individual' || talked || step.wall.reveal !== 'never')
      return [
        finding(
          path,
          'Een I-CVI kan alleen als ieder alleen beoordeelt, vóór het gesprek. Geef de stap form: individual en reveal: never, vóór de eerste stap met kind: discussion.',
          'An I-CVI needs each to rate alone, before the talk. Give the step form: individual and reveal: never, before the first step with kind: discussion.',
        ),
      ];
    if (shapes.toSorted().join() !== fourSteps)
      return [
        finding(
          path,
          'Een I-CVI heeft een schaal van precies vier stappen nodig, met shape: open, quarter, threeQuarters en full.',
          'An I-CVI needs a scale of exactly four steps, with shape: open, quarter, threeQuarters and full.',
        ),
      ];
    if (unknown !== undefined)
      return [
        finding(
          path,
          `"${unknown}" is geen rol. Kies deskundigen uit "perspectives": ${perspectives.join(', ')}`,
          `"${unknown}" is no role. Choose experts from "perspectives": ${perspectives.join(', ')}`,
        ),
      ];
    return [];
  });
}

/** Words and dates; the first says what was agreed. */
const agreementFaults = ({ agreement = [] }: Step, at: number): Finding[] =>
  agreement.flatMap(({ kind }, of) =>
    kind === 'text' || (kind === 'date' && of > 0)
      ? []
      : [
          withForm(
            finding(
              ['steps', at, 'agreement', of, 'kind'],
              'Een afspraak begint met een veld kind: text. Daarna mogen alleen text en date.',
              'An agreement begins with a field kind: text. After it only text and date may follow.',
            ),
            'Een afspraak begint met een tekst. Daarna kan een tekst of een datum.',
            'An agreement begins with a text. After it there can be a text or a date.',
          ),
        ],
  );
