import type { Command } from '../../shared/commands.ts';
import { answersOf, isSplit } from '../../shared/session/selectors.ts';
import type { Host } from '../live/session-host.ts';

const demoDesk = { role: 'desk', facilitator: 'demo' } as const;

const isSomebodysDesk = (by: string) => by.startsWith('desk:') && by !== 'desk:demo';

/** true as soon as a person at a desk has done anything: from then on the program only plays participants. */
const isTakenOver = (host: Host, since: number): boolean =>
  host.log().some((event) => event.seq > since && isSomebodysDesk(event.by));

/**
 * The first minute, led by the program, so that somebody alone sees desk, wall and phone alive:
 * people come in, pairs answer, the answers are talked about, one stands in the light.
 */
export async function leadFirstMinute(
  host: Host,
  pace: number,
  wait: (milliseconds: number) => Promise<void>,
): Promise<void> {
  const since = host.state.seq;
  const give = async (command: Command): Promise<boolean> => {
    if (isTakenOver(host, since)) return false;
    // Steps by the program itself: the lead stays free for whoever presses first.
    const actor = command.type === 'OpenStep' ? ({ role: 'system' } as const) : demoDesk;
    await host.give({ commandId: null, command, actor });
    return true;
  };
  const answering = host.state.script.steps.find((step) => step.prompts.length > 0 && step.form === 'pair');
  const talking = host.state.script.steps.find((step) => step.about === answering?.id);
  if (!answering || !talking) return;
  await wait(pace * 3);
  if (!(await give({ type: 'OpenStep', step: answering.id, from: null }))) return;
  await wait(pace * 25);
  if (!(await give({ type: 'OpenStep', step: talking.id, from: answering.id }))) return;
  await wait(pace * 8);
  // What deviates is the best to begin a talk with.
  const told = answersOf(host.state, answering.id)
    .filter((answer) => Object.values(answer.values).some((value) => value.kind === 'text'))
    .sort((a, b) => Number(isSplit(b)) - Number(isSplit(a)))[0];
  if (told) await give({ type: 'SpotlightAnswer', answer: told.answer });
}
