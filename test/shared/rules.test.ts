import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CommandType, commandSchema } from '../../shared/commands.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { decide, rights } from '../../shared/session/decide.ts';
import { mutants } from '../mutants/list.ts';
import { atSeat, desk, givenSession, scriptNamed, system } from '../support/given.ts';

const here = join(import.meta.dirname, '..');
const rules = [...readFileSync(join(here, '../shared/RULES.md'), 'utf8').matchAll(/^- \*\*([SAVPD]\d)\*\*/gm)].map(
  ([, rule]) => rule ?? '',
);

test('every rule is cited by at least one test', () => {
  expect(rules).toHaveLength(19);
  const names = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('rules.test.ts') && !file.includes('mutants'))
    .flatMap((file) =>
      [...readFileSync(join(here, file), 'utf8').matchAll(/\btest\(\s*(['"`])(.*?)\1/gs)].map(
        ([, , name]) => name ?? '',
      ),
    );
  const uncited = rules.filter((rule) => !names.some((name) => new RegExp(`\\b${rule}\\b`).test(name)));
  expect(uncited).toEqual([]);
});

test('every rule of answers, views, privacy and conversation has a mutant that its test must catch', () => {
  const without = rules.filter((rule) => !rule.startsWith('S') && !mutants.some((mutant) => mutant.rule === rule));
  expect(without).toEqual([]);
  for (const { file, find } of mutants) {
    expect(readFileSync(join(here, '..', file), 'utf8').split(find), `${file}: ${find}`).toHaveLength(2);
  }
});

test('whoever has no right to a command is refused, and nothing happens', () => {
  const session = givenSession(scriptNamed('win-professionele-werkplaatsen'));
  const actors: Actor[] = [desk, atSeat(session.join()), system];
  const types = commandSchema.def.options.map(
    (option) =>
      (option as unknown as { def: { shape: { type: { def: { values: CommandType[] } } } } }).def.shape.type.def
        .values[0] as CommandType,
  );
  expect(types.toSorted()).toEqual(Object.keys(rights).toSorted());
  for (const type of types) {
    for (const actor of actors.filter(({ role }) => !rights[type].includes(role))) {
      const decision = decide(session.state, { type } as never, actor, { now: 0, newId: () => 'x' });
      expect(decision, `${type} by ${actor.role}`).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
    }
  }
});
