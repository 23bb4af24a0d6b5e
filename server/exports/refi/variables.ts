import { textOf } from '../../../shared/session/selectors.ts';
import type { ExportSource } from '../export-source.ts';
import { guidsOf } from './guids.ts';
import { uniqueNames } from './names.ts';
import type { SourceText } from './unit-sources.ts';
import { element, type XmlElement } from './xml.ts';

type Kind = 'Text' | 'Boolean' | 'Integer' | 'Date';
type Variable = { guid: string; name: string; kind: Kind; told: (source: SourceText) => string | number | boolean };

/** What is known of each text; roles as far as every export tells them. */
export function variablesOf({ state, words }: ExportSource, sources: readonly SourceText[]): Variable[] {
  const { variables } = words.refi;
  const guid = guidsOf(state.session);
  const unique = uniqueNames();
  const variable = (key: string, name: string, kind: Kind, told: Variable['told']): Variable => ({
    ...{ guid: guid('variable', key), name: unique(name), kind, told },
  });
  const { date } = state;
  const roles = [...new Set(sources.flatMap(({ unit }) => unit.roles))].sort();
  return [
    variable('session', variables.session, 'Text', () => textOf(state, state.title)),
    variable('date', variables.date, /^\d{4}-\d\d-\d\d$/.test(date) ? 'Date' : 'Text', () => date),
    variable('place', variables.place, 'Text', () => textOf(state, state.place)),
    variable('partner', variables.partner, 'Text', () => textOf(state, state.partner)),
    variable('kind', variables.kind, 'Text', ({ unit }) => unit.kind),
    variable('people', variables.people, 'Integer', ({ unit }) => unit.people || ''),
    variable('subgroup', variables.subgroup, 'Text', ({ unit }) => unit.subgroup),
    ...roles.map((role) =>
      variable(
        `role/${role}`,
        variables.role(role),
        'Boolean',
        ({ unit }) => unit.people > 0 && unit.roles.includes(role),
      ),
    ),
  ];
}

export const variableElement = ({ guid, name, kind }: Variable): XmlElement =>
  element('Variable', { guid, name, typeOfVariable: kind });

export const valueElements = (variables: readonly Variable[], source: SourceText): XmlElement[] =>
  variables
    .map((variable) => ({ ...variable, value: String(variable.told(source)) }))
    .filter(({ value }) => value !== '')
    .map(({ guid, kind, value }) =>
      element('VariableValue', {}, element('VariableRef', { targetGUID: guid }), element(`${kind}Value`, {}, value)),
    );
