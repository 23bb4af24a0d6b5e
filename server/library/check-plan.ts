import type { ItemSet, Script, Step } from '../../shared/script.ts';
import { cardId, unitSize } from '../../shared/script-queries.ts';
import { wantsSubgroups } from '../../shared/session/selectors.ts';
import { minutesOf } from './minutes-of.ts';
import { type Finding, finding, withForm } from './problem.ts';
import { mostCards } from './with-cards.ts';

/** Steps and sets that do not make a session: times that do not add up, nothing to ask, nothing to talk about. */
export function planFaults(script: Script): Finding[] {
  return [
    ...(script.unled ? [] : [...timeFaults(script), ...startFaults(script)]),
    ...script.steps.flatMap(stepFaults),
    ...script.steps.flatMap(unseenFaults),
    ...script.steps.flatMap(unitFaults),
    ...script.steps.flatMap(cardFaults),
    ...pairFaults(script.steps),
    ...script.itemSets.flatMap(setFaults),
    ...Object.entries(script.scales).flatMap(([name, options]) =>
      options.length < 2
        ? [
            withForm(
              finding(
                ['scales', name],
                `Schaal "${name}" heeft minstens twee keuzes nodig.`,
                `Scale "${name}" needs at least two choices.`,
              ),
              'Deze schaal heeft minstens twee keuzes nodig.',
              'This scale needs at least two choices.',
            ),
          ]
        : [],
    ),
  ];
}

const tooLongTurns = [
  'De beurten duren samen langer dan de stap. Maak ze korter.',
  'The turns together last longer than the step. Make them shorter.',
] as const;

function timeFaults(script: Script): Finding[] {
  const rounded = minutesOf(script.steps);
  const [nl, en] = rounded === 1 ? ['1 minuut', '1 minute'] : [`${rounded} minuten`, `${rounded} minutes`];
  const turns = script.steps.flatMap((step, at) =>
    step.turns && step.turns.count * step.turns.minutes > step.minutes
      ? [withForm(finding(['steps', at, 'turns', 'minutes'], ...tooLongTurns), ...tooLongTurns)]
      : [],
  );
  if (rounded === script.minutes) return turns;
  return [
    withForm(
      finding(
        ['minutes'],
        `De stappen duren samen ${nl}, maar hier staat ${script.minutes}. Maak ze gelijk. (Stappen met before: true tellen niet.)`,
        `The steps last ${en} together, but this says ${script.minutes}. Make them equal. (Steps with before: true do not count.)`,
        () => String(rounded),
      ),
      `De stappen duren samen ${nl}, en de tijd die je hebt is ${script.minutes}. Maak een stap korter of langer, of verander de tijd.`,
      `The steps last ${en} together, and the time that you have is ${script.minutes}. Make a step shorter or longer, or change the time.`,
    ),
    ...turns,
  ];
}

const startFaults = (script: Script): Finding[] =>
  script.steps[0]?.kind === 'arrival'
    ? []
    : [
        withForm(
          finding(
            ['steps', 0, 'kind'],
            'De eerste stap is de inloop. Geef hem kind: arrival',
            'The first step is the arrival. Give it kind: arrival',
            () => 'arrival',
          ),
          'De eerste stap is de inloop. Kies hier Inloop, of zet de inloop vooraan.',
          'The first step is the arrival. Choose Arrival here, or put the arrival first.',
        ),
      ];

const stepFaults = (step: Step, at: number): Finding[] =>
  step.kind === 'answering' && step.prompts.length === 0 && !step.stars
    ? [
        withForm(
          finding(
            ['steps', at],
            `In stap "${step.id}" valt niets te antwoorden. Voeg "prompts" toe (of "stars").`,
            `Step "${step.id}" has nothing to answer. Add "prompts" (or "stars").`,
          ),
          'In deze stap valt niets te antwoorden. Voeg een vraag toe, of laat mensen sterren geven.',
          'There is nothing to answer in this step. Add a question, or let people give stars.',
        ),
      ]
    : [];

const talks: readonly Step['kind'][] = ['discussion', 'harvest'];

/** What no phone shows (`screenOf`): questions outside answering, and stars anywhere but beside a talk or alone. */
function unseenFaults(step: Step, at: number): Finding[] {
  const asks = step.prompts.length > 0;
  if (asks && step.kind !== 'answering')
    return [
      withForm(
        finding(
          ['steps', at, 'prompts'],
          `In stap "${step.id}" ziet niemand de vragen. Geef de stap kind: answering, of haal "prompts" weg.`,
          `Nobody sees the questions in step "${step.id}". Give the step kind: answering, or remove "prompts".`,
        ),
        'In zo’n stap ziet niemand de vragen. Kies hierboven Antwoorden, of haal de vragen weg.',
        'In such a step nobody sees the questions. Choose Answering above, or remove the questions.',
      ),
    ];
  if (!step.stars || talks.includes(step.kind) || (step.kind === 'answering' && !asks)) return [];
  return [
    withForm(
      finding(
        ['steps', at, 'stars'],
        `In stap "${step.id}" ziet niemand de sterren. Zet "stars" in een stap zonder vragen, na deze.`,
        `Nobody sees the stars in step "${step.id}". Put "stars" in a step without questions, after this one.`,
      ),
      'In deze stap ziet niemand de sterren. Maak er na deze een stap voor, zonder vragen.',
      'Nobody sees the stars in this step. Make a step for them after this one, without questions.',
    ),
  ];
}

/** Only where people act in units can they sit with others. */
const unitFaults = (step: Step, at: number): Finding[] =>
  step.units === undefined || unitSize(step) > 1
    ? []
    : [
        withForm(
          finding(
            ['steps', at, 'units'],
            `In stap "${step.id}" zijn er geen duo's of groepjes. Haal "units" weg, of geef de stap form: pair`,
            `Step "${step.id}" has no pairs or groups. Remove "units", or give the step form: pair`,
          ),
          'In deze stap zijn geen duo’s of groepjes, dus niemand kan bij anderen komen te zitten.',
          'There are no pairs or groups in this step, so nobody can sit with others.',
        ),
      ];

const tooManyCards = (at: number): Finding =>
  withForm(
    finding(
      ['steps', at, 'cards', 'max'],
      `Iemand schrijft hoogstens ${mostCards} kaartjes per onderdeel. Maak "max" kleiner.`,
      `Somebody writes ${mostCards} cards at most for each item. Make "max" smaller.`,
      () => String(mostCards),
    ),
    `Iemand schrijft hoogstens ${mostCards} kaartjes per onderdeel.`,
    `Somebody writes ${mostCards} cards at most for each item.`,
  );

/** Cards are one question with words, as often as there are cards. */
function cardFaults({ cards, prompts, id }: Step, at: number): Finding[] {
  const [question, ...others] = prompts;
  const isOnce = question && others.every((other, n) => other.id === cardId(question, n + 2));
  if (cards && cards.max > mostCards) return [tooManyCards(at)];
  if (!cards || (isOnce && question.fields.every(({ kind }) => kind === 'text'))) return [];
  return [
    withForm(
      finding(
        ['steps', at, 'cards'],
        `Stap "${id}" heeft kaartjes. Geef hem één vraag, met alleen tekst, of haal "cards" weg.`,
        `Step "${id}" has cards. Give it one question, with text alone, or remove "cards".`,
      ),
      'Kaartjes horen bij één vraag met alleen tekst. Haal andere vragen weg, of maak dit leeg.',
      'Cards go with one question, with text alone. Remove other questions, or empty this.',
    ),
  ];
}

/** Groups made "from pairs" need pairs: of a step before them, which people keep until they sit with others. */
function pairFaults(steps: readonly Step[]): Finding[] {
  let size = 0;
  return steps.flatMap((step, at) => {
    const before = size;
    const own = unitSize(step);
    if (own > 1) size = own;
    else if (wantsSubgroups(step)) size ||= 2;
    const goesOn = own === before && step.units !== 'anew';
    if (typeof step.form !== 'object' || step.form.from !== 'pairs' || before === 2 || goesOn) return [];
    return [
      withForm(
        finding(
          ['steps', at, 'form', 'from'],
          `Bij stap "${step.id}" zijn er nog geen duo's om groepjes van te maken. Geef een stap ervoor form: pair, of haal "from" weg.`,
          `At step "${step.id}" there are no pairs yet to make groups of. Give a step before it form: pair, or remove "from".`,
        ),
        'Er zijn hier nog geen duo’s om groepjes van te maken. Laat mensen in een eerdere stap in duo’s werken, of zet het vinkje uit.',
        'There are no pairs here yet to make groups of. Let people work in pairs in an earlier step, or untick this.',
      ),
    ];
  });
}

const noItems = [
  'Dit onderwerp heeft nog geen onderdelen. Voeg er een toe.',
  'This topic has no items yet. Add one.',
] as const;
const twoOrigins = [
  'De onderdelen komen van meer dan één kant. Kies opnieuw waar ze vandaan komen.',
  'The items come from more than one side. Choose again where they come from.',
] as const;

function setFaults(set: ItemSet, at: number): Finding[] {
  const sources = [set.items.length > 0, set.fillIn, set.from, set.fromSummary].filter(Boolean).length;
  const said: readonly [string, string] = sources === 0 ? noItems : twoOrigins;
  if (sources !== 1)
    return [
      withForm(
        finding(
          ['itemSets', at],
          `Set "${set.id}" heeft precies één van deze nodig: items, fillIn, from, fromSummary.`,
          `Set "${set.id}" needs exactly one of these: items, fillIn, from, fromSummary.`,
        ),
        ...said,
      ),
    ];
  if (set.fillIn && set.fillIn.min > set.fillIn.max)
    return [
      withForm(
        finding(
          ['itemSets', at, 'fillIn', 'min'],
          '"min" is groter dan "max". Draai ze om.',
          '"min" is larger than "max". Swap them.',
        ),
        'Minstens is hier meer dan hoogstens. Draai ze om.',
        'At least is more than at most here. Swap them.',
      ),
    ];
  return [];
}
