/** Puts words where people put them, by a real command or request, and reads what a desk is told of them. */
import type { Link } from '../../../shared/api.ts';
import type { Command, CommandOf } from '../../../shared/commands.ts';

import type { CommandResult } from '../../../shared/protocol.ts';
import { newCommandId } from '../client.ts';
import { type CaseOn, type Field, textOf } from './case.ts';
import type { Outcome, Scene } from './run.ts';
import { filled, plan, type Running } from './stage.ts';

/** Commands by which the desk puts words somewhere. */
function commandFor(field: Field, text: string, running: Running): Command | undefined {
  const ids = running.ids();
  const state = running.desk.state();
  const { $conclusion: conclusion = '', $theme: theme = '', $seat: seat = '', $answer: answer = '' } = ids;
  const details = {
    type: 'ChangeDetails',
    date: '2026-11-24',
    title: 'Proef',
    place: '',
    partner: '',
    collaboration: '',
  } as const;
  switch (field) {
    case 'name':
      return { type: 'RenameSeat', seat, name: text };
    case 'note':
      return { type: 'AddNote', kind: 'insight', text, item: null, subgroup: null };
    case 'theme':
      return { type: 'NameTheme', theme, name: text };
    case 'conclusion': {
      const rest = { item: null, answers: [answer], notes: [] };
      return { type: 'DrawConclusion', conclusion: null, kind: 'proposal', text, ...rest };
    }
    case 'reason':
      return { type: 'DecideProposal', conclusion, decision: 'not', reason: text };
    case 'title':
    case 'place':
    case 'partner':
    case 'collaboration':
      return { ...details, [field]: text } satisfies CommandOf<'ChangeDetails'>;
    case 'subgroup':
      return { type: 'NameSubgroup', subgroup: 'a', name: text, place: '' };
    case 'seatPlace':
      return { type: 'NameSubgroup', subgroup: 'a', name: '', place: text };
    case 'question':
      return { type: 'AskQuestion', question: text, together: true, scale: null, from: state.step };
    case 'introduction':
      return { type: 'PublishSummary', introduction: text };
    case 'section':
      return {
        ...{ type: 'ArrangeSummary', titles: [{ section: 'definitie', title: text }], order: [], hidden: [] },
        seen: state.arranged.seq,
      };
    default:
      return undefined;
  }
}

const outcomeOf = (result: CommandResult): string => (result.ok ? 'ok' : result.refusal.reason);

/** What the phones write. */
async function fromPhone(field: Field, text: string, { phones, ids }: Running): Promise<string | undefined> {
  const { $unit: unit = '', $conclusion: conclusion = '' } = ids();
  const [phone] = phones;
  if (!phone || (field !== 'answer' && field !== 'minority')) return undefined;
  if (field === 'minority') {
    return outcomeOf(await phone.command({ type: 'JudgeConclusion', conclusion, agrees: false, note: text }));
  }
  const place = { unit, step: 'def-duo', item: 'def', prompt: 'recognisable' };
  return outcomeOf(await phone.command({ type: 'SubmitAnswer', ...place, values: filled(text) }));
}

async function overHttp(field: Field, text: string, { call }: Scene, running: Running): Promise<string> {
  const token = running.link.split('#')[1];
  const words = field === 'signature' ? { text: 'Reactie', signature: text } : { text, signature: '' };
  try {
    if (field === 'invited') {
      await call<Link>('POST', `/api/sessions/${running.session}/invitations`, { name: text, subgroup: null });
    } else {
      await call('POST', '/api/summary/comments', {
        token,
        key: newCommandId() + newCommandId(),
        section: null,
        ...words,
      });
    }
    return 'ok';
  } catch (error) {
    return /"reason":"(\w+)"/.exec(String(error))?.[1] ?? String(error);
  }
}

/** Typed in when a session is made: read back as its desk gets it. */
async function fillIn(text: string, { call }: Scene): Promise<Outcome & { told: string[] }> {
  const asked = { ...plan, script: 'een-twee-vier-allen', fillIns: { onderwerpen: [text] } };
  const set = (await call<{ scripts: { id: string; fillIns: { set: string }[] }[] }>('GET', '/api/home')).scripts.find(
    ({ id }) => id === asked.script,
  )?.fillIns[0]?.set;
  const { session } = await call<{ session: string }>('POST', '/api/sessions', {
    ...asked,
    fillIns: { [set ?? '']: [text] },
  });
  const desk = await call<object>('GET', `/api/sessions/${session}/desk`);
  const told: string[] = [];
  JSON.stringify(desk, (_, value) => {
    if (typeof value === 'string') told.push(value);
    return value;
  });
  await call('DELETE', `/api/sessions/${session}`);
  return { outcome: 'ok', answer: JSON.stringify(desk).slice(0, 200), told };
}

/** `told`: all words of what was then written in the log, as the desk got them. */
export async function runWords(scene: Scene, { input }: CaseOn<'words'>): Promise<Outcome & { told: string[] }> {
  const running = scene.at[input.field === 'answer' ? 'pairs' : 'talk'];
  const text = textOf(input.text);
  if (input.field === 'fillIn') return fillIn(text, scene);
  const { desk } = running;
  // So that it is always another name.
  if (input.field === 'name')
    await desk.command({ type: 'RenameSeat', seat: running.ids()['$seat'] ?? '', name: 'Naam' });
  const before = await running.head();
  const from = desk.frames.length;
  const command = commandFor(input.field, text, running);
  const outcome = command
    ? outcomeOf(await desk.command(command))
    : ((await fromPhone(input.field, text, running)) ?? (await overHttp(input.field, text, scene, running)));
  if (outcome !== 'ok') return { outcome, answer: outcome, told: [] };
  await desk.waitFor('what was written', () => desk.state().seq > before);
  const events = desk.frames.slice(from).flatMap((frame) => frame.events);
  const told = events.flatMap((event) => Object.values(event.texts ?? {}));
  // Words of which nothing is left are not kept: there is no text.
  return { outcome, answer: JSON.stringify(events), told: told.length > 0 ? told : [''] };
}
