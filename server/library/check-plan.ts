import type { ItemSet, Script, Step } from '../../shared/script.ts';
import { unitSize } from '../../shared/script-queries.ts';
import { type Finding, finding } from './problem.ts';

/** Steps and sets that do not make a session: times that do not add up, nothing to ask, nothing to talk about. */
export function planFaults(script: Script): Finding[] {
  return [
    ...(script.unled ? [] : [...timeFaults(script), ...startFaults(script)]),
    ...script.steps.flatMap(stepFaults),
    ...script.steps.flatMap(unitFaults),
    ...script.itemSets.flatMap(setFaults),
    ...Object.entries(script.scales).flatMap(([name, options]) =>
      options.length < 2
        ? [
            finding(
              ['scales', name],
              `Schaal "${name}" heeft minstens twee keuzes nodig.`,
              `Scale "${name}" needs at least two choices.`,
            ),
          ]
        : [],
    ),
  ];
}

function timeFaults(script: Script): Finding[] {
  const sum = script.steps.reduce((total, step) => total + (step.before ? 0 : step.minutes), 0);
  const rounded = Math.round(sum * 100) / 100;
  const turns = script.steps.flatMap((step, at) =>
    step.turns && step.turns.count * step.turns.minutes > step.minutes
      ? [
          finding(
            ['steps', at, 'turns', 'minutes'],
            'De beurten duren samen langer dan de stap. Maak ze korter.',
            'The turns together last longer than the step. Make them shorter.',
          ),
        ]
      : [],
  );
  if (rounded === script.minutes) return turns;
  return [
    finding(
      ['minutes'],
      `De stappen duren samen ${rounded} minuten, maar hier staat ${script.minutes}. Maak ze gelijk. (Stappen met before: true tellen niet.)`,
      `The steps last ${rounded} minutes together, but this says ${script.minutes}. Make them equal. (Steps with before: true do not count.)`,
      () => String(rounded),
    ),
    ...turns,
  ];
}

const startFaults = (script: Script): Finding[] =>
  script.steps[0]?.kind === 'arrival'
    ? []
    : [
        finding(
          ['steps', 0, 'kind'],
          'De eerste stap is de inloop. Geef hem kind: arrival',
          'The first step is the arrival. Give it kind: arrival',
          () => 'arrival',
        ),
      ];

const stepFaults = (step: Step, at: number): Finding[] =>
  step.kind === 'answering' && step.prompts.length === 0 && !step.stars
    ? [
        finding(
          ['steps', at],
          `In stap "${step.id}" valt niets te antwoorden. Voeg "prompts" toe (of "stars").`,
          `Step "${step.id}" has nothing to answer. Add "prompts" (or "stars").`,
        ),
      ]
    : [];

/** Only where people act in units can they sit with others. */
const unitFaults = (step: Step, at: number): Finding[] =>
  step.units === undefined || unitSize(step) > 1
    ? []
    : [
        finding(
          ['steps', at, 'units'],
          `In stap "${step.id}" zijn er geen duo's of groepjes. Haal "units" weg, of geef de stap form: pair`,
          `Step "${step.id}" has no pairs or groups. Remove "units", or give the step form: pair`,
        ),
      ];

function setFaults(set: ItemSet, at: number): Finding[] {
  const sources = [set.items.length > 0, set.fillIn, set.from, set.fromSummary].filter(Boolean).length;
  if (sources !== 1)
    return [
      finding(
        ['itemSets', at],
        `Set "${set.id}" heeft precies één van deze nodig: items, fillIn, from, fromSummary.`,
        `Set "${set.id}" needs exactly one of these: items, fillIn, from, fromSummary.`,
      ),
    ];
  if (set.fillIn && set.fillIn.min > set.fillIn.max)
    return [
      finding(
        ['itemSets', at, 'fillIn', 'min'],
        '"min" is groter dan "max". Draai ze om.',
        '"min" is larger than "max". Swap them.',
      ),
    ];
  return [];
}
