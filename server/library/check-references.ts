import type { Prompt, Script, Step } from '../../shared/script.ts';
import { answeredStepOf } from '../../shared/script-queries.ts';
import { meant } from './meant.ts';
import { type Finding, finding, type Path, withForm } from './problem.ts';

/** Names that point to nothing, or to a step that cannot be meant. */
export function brokenReferences(script: Script): Finding[] {
  const stepIds = script.steps.map(({ id }) => id);
  return [
    ...script.agenda.flatMap((point, at) =>
      point.steps.flatMap((id, of) => known(id, stepIds, ['agenda', at, 'steps', of])),
    ),
    ...script.itemSets.flatMap((set, at) =>
      set.items.flatMap(({ subgroup }, of) =>
        subgroup === undefined ? [] : known(subgroup, subgroupIds(script), ['itemSets', at, 'items', of, 'subgroup']),
      ),
    ),
    ...script.steps.flatMap((step, at) => stepReferences(script, step, at)),
  ];
}

const subgroupIds = (script: Script) => script.subgroups?.names.map(({ id }) => id) ?? [];

function stepReferences(script: Script, step: Step, at: number): Finding[] {
  const path = ['steps', at];
  const { items, turns } = step;
  const roles = turns?.roles.map(({ id }) => id) ?? [];
  const setIds = script.itemSets.map(({ id }) => id);
  const inSubgroups = step.form === 'subgroup' || items?.deal?.across === 'subgroup' || step.stars?.per === 'subgroup';
  return [
    ...(items ? known(items.set, setIds, [...path, 'items', 'set']) : []),
    ...(turns ? known(turns.writer, roles, [...path, 'turns', 'writer']) : []),
    ...(turns ? known(turns.subject, roles, [...path, 'turns', 'subject']) : []),
    ...(['about', 'carry', 'compareWith'] as const).flatMap((key) => earlierStep(script, step, at, key)),
    ...(step.stars && step.about === undefined && !answeredStepOf(script, step) ? [nothingToStar(path)] : []),
    ...(inSubgroups && !script.subgroups ? [noSubgroups(path)] : []),
    ...(step.agreement ?? []).flatMap((field, of) => scaleReference(script, field, [...path, 'agreement', of])),
    ...step.prompts.flatMap((prompt, of) => promptReferences(script, step, prompt, roles, [...path, 'prompts', of])),
  ];
}

const nothingToStar = (path: Path) =>
  withForm(
    finding(
      [...path, 'about'],
      'Hier valt niets een ster te geven. Zeg van welke stap de antwoorden zijn, met about: …',
      'There is nothing to give a star to here. Say of which step the answers are, with about: …',
    ),
    'Kies van welke stap de antwoorden zijn die sterren krijgen.',
    'Choose of which step the answers are that get stars.',
  );

const noSubgroups = (path: Path) =>
  withForm(
    finding(
      path,
      'Deze stap werkt met subgroepen, maar "subgroups" ontbreekt bovenin. Voeg het toe.',
      'This step works with subgroups, but "subgroups" is missing at the top. Add it.',
    ),
    'Deze stap werkt met subgroepen, en die zijn er nog niet. Maak ze bij Algemeen, onder Mensen.',
    'This step works with subgroups, and there are none yet. Make them at General, under People.',
  );

function promptReferences(script: Script, step: Step, prompt: Prompt, roles: string[], path: Path): Finding[] {
  const judged = prompt.fields.flatMap((field) =>
    field.kind === 'judgement' ? (optionIds(script, field.scale) ?? []) : [],
  );
  return [
    ...(prompt.role === undefined ? [] : known(prompt.role, roles, [...path, 'role'])),
    ...prompt.fields.flatMap((field, of) => {
      const at = [...path, 'fields', of];
      if (field.kind === 'text')
        return (field.askedAt ?? []).flatMap((id, n) => known(id, judged, [...at, 'askedAt', n]));
      if (field.kind === 'marks' && !step.items) return [nothingToMark(at)];
      return scaleReference(script, field, at);
    }),
  ];
}

const nothingToMark = (path: Path) =>
  withForm(
    finding(
      path,
      'Hier valt niets aan te tikken: de stap heeft geen "items". Voeg items toe of haal dit veld weg.',
      'There is nothing to mark here: the step has no "items". Add items or remove this field.',
    ),
    'Hier valt niets aan te tikken. Kies boven de vragen waar deze stap over gaat, of haal dit veld weg.',
    'There is nothing to tap here. Choose above the questions what this step is about, or remove this field.',
  );

const optionIds = (script: Script, scale: string) =>
  Object.hasOwn(script.scales, scale) ? script.scales[scale]?.map(({ id }) => id) : undefined;

const scaleReference = (script: Script, field: Prompt['fields'][number], path: Path) =>
  field.kind === 'judgement' ? known(field.scale, Object.keys(script.scales), [...path, 'scale']) : [];

type Pointer = 'about' | 'carry' | 'compareWith';

function earlierStep(script: Script, step: Step, at: number, key: Pointer): Finding[] {
  const id = step[key];
  if (id === undefined) return [];
  const path = ['steps', at, key];
  const index = script.steps.findIndex((each) => each.id === id);
  const target = script.steps[index];
  if (!target)
    return known(
      id,
      script.steps.slice(0, at).map((each) => each.id),
      path,
    );
  if (index >= at)
    return [
      withForm(
        finding(
          path,
          `"${id}" komt niet eerder dan deze stap. Wijs een eerdere stap aan.`,
          `"${id}" does not come before this step. Point to an earlier step.`,
        ),
        'Die stap komt niet eerder dan deze. Kies een eerdere stap.',
        'That step does not come before this one. Choose an earlier step.',
      ),
    ];
  const answered = answeredStepOf(script, target);
  if (!answered)
    return [
      withForm(
        finding(
          path,
          `In stap "${id}" wordt niets gevraagd. Wijs een stap met "prompts" aan.`,
          `Step "${id}" asks nothing. Point to a step with "prompts".`,
        ),
        'In die stap wordt niets gevraagd. Kies een stap met vragen.',
        'That step asks nothing. Choose a step with questions.',
      ),
    ];
  if (key === 'compareWith' && questionsOf(answered) !== questionsOf(step))
    return [
      withForm(
        finding(
          path,
          `Stap "${id}" heeft andere vragen. Vergelijken kan alleen met dezelfde vragen en schalen.`,
          `Step "${id}" has other questions. Only the same questions and scales can be compared.`,
        ),
        'Die stap heeft andere vragen. Vergelijken kan alleen met dezelfde vragen en schalen.',
        'That step has other questions. Only the same questions and scales can be compared.',
      ),
    ];
  return [];
}

/** The questions as far as two steps must agree in them to be compared. */
const questionsOf = (step: Step) =>
  JSON.stringify([
    step.items?.set,
    step.prompts.map(({ id, fields }) => [
      id,
      fields.map((field) => [field.id, field.kind === 'judgement' && field.scale]),
    ]),
  ]);

const mostNamed = 20;

function known(id: string, ids: readonly string[], path: Path): Finding[] {
  if (ids.includes(id)) return [];
  const list = ids.length > mostNamed ? `${ids.slice(0, mostNamed).join(', ')}, …` : ids.join(', ');
  const nl = list ? `Kies uit: ${list}` : 'Er is er nog geen. Voeg die eerst toe.';
  const en = list ? `Choose from: ${list}` : 'There is none yet. Add it first.';
  const found = finding(path, `"${id}" bestaat niet. ${nl}`, `"${id}" does not exist. ${en}`, () => meant(id, ids));
  return [
    list
      ? withForm(
          found,
          'Wat hier gekozen was, is er niet. Kies opnieuw.',
          'What was chosen here is not there. Choose again.',
        )
      : withForm(
          found,
          'Er is nog niets om te kiezen. Maak dat eerst.',
          'There is nothing to choose yet. Make that first.',
        ),
  ];
}
