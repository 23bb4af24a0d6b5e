// Afspraken: what the script does not leave open is filled in, and a "no" takes nothing that was agreed (S2, D1).
import { expect, test } from 'vitest';
import type { FieldValues } from '../../shared/commands.ts';
import { libraryScript, playSession } from './summary-session.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;

/** Looking back, with who does it as something that is never left open. */
function played() {
  const script = libraryScript('terugblik');
  const steps = script.steps.map((step) => ({
    ...step,
    ...(step.agreement && {
      agreement: step.agreement.map((field) => (field.id === 'who' ? { ...field, optional: false } : field)),
    }),
  }));
  const session = playSession({ ...script, steps });
  session.join(1, []);
  session.open('afspraken');
  const make = (values: FieldValues, agreement: string | null = null) =>
    session.give({ type: 'MakeAgreement', agreement, step: 'afspraken', values });
  return { session, make };
}

test('given a second field that is not optional, an agreement without it is refused, when it is made and when it is changed', () => {
  const { session, make } = played();
  expect(make({ what: text('Elke week samen') })).toBe(false);
  expect(make({ what: text('Elke week samen'), who: text('  ') })).toBe(false);
  expect(make({ who: text('De docent') })).toBe(false);
  expect(make({ what: text('Elke week samen'), who: text('De docent') })).toBe(true);
  const [agreement = ''] = Object.keys(session.state.agreements);
  const before = session.log.length;
  expect(make({ what: text('Elke maand samen') }, agreement)).toBe(false);
  expect(session.log).toHaveLength(before);
});

test('what the script does leave open may stay empty', () => {
  const { make } = played();
  expect(make({ what: text('Elke week samen'), who: text('De docent'), when: { kind: 'date', date: '' } })).toBe(true);
});
