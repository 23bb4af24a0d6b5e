/** A session in which each answers alone what they think of the definition, or together with their own role. */

import type { Logged } from '../../shared/events.ts';
import { type Script, scriptSchema } from '../../shared/script.ts';
import { presentSeats } from '../../shared/session/selectors.ts';
import { currentSummary, type PromptView, type Summary } from '../../shared/views/summary.ts';
import { playSession } from '../shared/summary-play.ts';
import { roomScript } from './room-script.ts';

const asked = roomScript.steps.find(({ id }) => id === 'pairs')?.prompts[0];
const roleScript = scriptSchema.parse({
  ...roomScript,
  steps: roomScript.steps.map((step) =>
    step.id === 'alone'
      ? { ...step, items: { set: 'definition' }, prompts: [asked], wall: { reveal: 'atOnce' } }
      : step,
  ),
});

export type Said = [perspectives: string[], judgement: string];
export const times = (count: number, perspective: string, judgement: string): Said[] =>
  Array.from({ length: count }, () => [perspective ? [perspective] : [], judgement]);

/** Two roles of five or more, who did not say the same. */
export const twoRoles: Said[] = [
  ...times(4, 'student', 'nee'),
  ...times(2, 'student', 'ja'),
  ...times(5, 'docent', 'ja'),
];

export const promptIn = (
  summary: Summary | null | undefined,
  step = 'alone',
  prompt = 'recognisable',
): PromptView | undefined =>
  summary?.sections
    .flatMap((section) => section.items.flatMap((item) => item.prompts))
    .find((one) => one.step === step && one.id === prompt);

/** By role: ja, deels, nee, weet ik niet, verdeeld; else the reason. */
export function rolesTold(prompt: PromptView | undefined): Record<string, number[]> | string {
  const told = prompt?.perspectives;
  if (!told?.shown) return told?.reason ?? 'nothing';
  return Object.fromEntries(
    told.groups.map(({ label, figures }) => [
      label.nl ?? '',
      [...figures.options.map(({ count }) => count), figures.split],
    ]),
  );
}

export const toldNow = (log: readonly Logged[], step?: string) => rolesTold(promptIn(currentSummary(log), step));

export function playRoles(said: readonly Said[], changed = (script: Script): Script => script) {
  const played = playSession(changed(roleScript));
  const seats: string[] = [];
  function say([perspectives, judgement]: Said): void {
    played.join(1, perspectives);
    const seat =
      presentSeats(played.state)
        .map((one) => one.seat)
        .find((one) => !seats.includes(one)) ?? '';
    seats.push(seat);
    judge(seat, judgement);
  }
  function judge(seat: string, judgement: string): void {
    const values = {
      judgement: { kind: 'judgement' as const, choices: [judgement] },
      ...(judgement === 'nee' && { why: { kind: 'text' as const, text: 'Zo is het niet.' } }),
    };
    played.must(
      { type: 'SubmitAnswer', unit: seat, step: 'alone', item: 'def', prompt: 'recognisable', values },
      { role: 'seat', seat },
    );
  }
  played.open('alone');
  for (const one of said) say(one);
  return Object.assign(played, {
    say,
    judge,
    seats,
    close: () => played.must({ type: 'CloseStep', step: 'alone' }),
    open: () => played.must({ type: 'OpenStep', step: 'alone', from: played.state.step }),
    publish: () => played.must({ type: 'PublishSummary', introduction: '' }),
    answerOf: (seat: string) => played.answers('alone').find(({ unit }) => unit === seat)?.answer ?? '',
  });
}
