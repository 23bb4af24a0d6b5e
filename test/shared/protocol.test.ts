/** The wire form is pinned: who changes it raises the protocol's version, and tells in a line what changed (S4). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { eventSchema } from '../../shared/events.ts';
import { commandMessage, draftMessage, helloSchema, pagesMessage } from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { rights } from '../../shared/session/decide.ts';

/**
 * One line a version, never changed once it was released: a new form gets a new version, with its line here and in
 * shared/protocol-version.ts. Before the first release version 1 is still being made: its hash may be replaced.
 */
const history = [{ version: 1, hash: 'cfb8c08662f2d8a1', what: 'the first' }];

/** In one order, so that moving a line in the schema changes nothing: no list in a form has an order that means something. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((inner) => JSON.stringify(sorted(inner))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};

function hashOfForm(): string {
  const messages = {
    hello: helloSchema,
    command: commandMessage,
    draft: draftMessage,
    pages: pagesMessage,
    event: eventSchema,
  };
  const form = Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]);
  return createHash('sha256')
    .update(JSON.stringify(sorted(form)))
    .digest('hex')
    .slice(0, 16);
}

test('given the messages and events as they are now, then their form is that of the protocol’s version (S4)', () => {
  const now = history.at(-1);
  expect(now?.version).toBe(protocolVersion);
  expect(hashOfForm(), 'The wire form changed: raise protocolVersion, and add a line to its history.').toBe(now?.hash);
});

test('docs/protocol.md names every event and every command of a seat', () => {
  const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
  const events = eventSchema.def.options.map(({ def }) => [...def.shape.type.def.values][0] as string);
  const ofSeats = Object.entries(rights).flatMap(([type, roles]) => (roles.includes('seat') ? [type] : []));
  expect(events.length).toBeGreaterThan(30);
  for (const name of [...events, ...ofSeats]) expect(page, name).toContain(`\`${name}\``);
});

test('given the history, then every version has its line beside the number', () => {
  const source = readFileSync(new URL('../../shared/protocol-version.ts', import.meta.url), 'utf8');
  for (const [i, { version, what }] of history.entries()) {
    expect(version).toBe(i + 1);
    expect(source).toContain(` * ${version}: ${what}`);
  }
});
