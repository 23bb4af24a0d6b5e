/** Running sessions, each at another moment, with somebody in every role: what bad input is thrown at. */
import type { DeskAccess, Joined, Link } from '../../../shared/api.ts';
import type { Command, FieldValues } from '../../../shared/commands.ts';
import { seatOf } from '../../../shared/session/selectors.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import { type Client, connect, newCommandId } from '../client.ts';
import { type By, type Stage, stages } from './case.ts';
import type { Program } from './program.ts';

export type Caller = ReturnType<typeof callerOf>;
export const callerOf = (url: string, cookie: string) =>
  async function call<T>(method: string, path: string, body?: object, as = cookie): Promise<T> {
    const headers = { cookie: as, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };

export async function signIn({ url, key }: Pick<Program, 'url' | 'key'>): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/sign-in`, { method: 'POST', headers, body: JSON.stringify({ key }) });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export const plan = {
  ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: 'Proef', date: '2026-11-24' },
  ...{ place: 'Utrecht', partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
};

export type Running = Awaited<ReturnType<typeof openStage>>;

export const filled = (text: string): FieldValues => ({
  judgement: { kind: 'judgement', choices: ['deels'] },
  why: { kind: 'text', text },
});

export async function openStage(url: string, call: Caller, stage: Stage) {
  const { session } = await call<{ session: string }>('POST', '/api/sessions', plan);
  const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  const desk = await connect(url, access.ticket);
  const wall = await connect(url, access.wallTicket);
  const phones: (Client & { joined: Joined })[] = [];
  const join = async (name = ''): Promise<Joined> =>
    call('POST', '/api/join', {
      ...{ entry: access.secret, commandId: newCommandId(), people: 1, perspectives: ['student'], name },
    });
  for (let i = 0; i < 4; i++) {
    const joined = await join(`naam ${i}`);
    phones.push({ ...(await connect(url, joined.ticket)), joined });
  }
  const invitation = await call<Link>('POST', `/api/sessions/${session}/invitations`, { name: 'Co', subgroup: 'a' });
  const coDesk = await openCoDesk(url, session, invitation.url.split('=')[1] ?? '');

  const must = async (client: Pick<Client, 'command'>, command: Command): Promise<void> => {
    const result = await client.command(command);
    if (!result.ok) throw new Error(`${stage} ${command.type}: ${result.refusal.reason}`);
  };
  const unitOf = (at: number) => seatOf(desk.state(), phones[at]?.joined.seat ?? '')?.unit ?? '';
  const give = (command: Command) => must(desk, command);
  const settled = () => desk.hello();
  let link = '';
  let comment = '';

  if (stage !== 'lobby') {
    await give({ type: 'OpenStep', step: 'def-duo', from: null });
    await settled();
    for (const phone of phones) await phone.waitFor('a unit', () => seatOf(phone.state(), phone.joined.seat)?.unit);
    const first = phones.filter((_, at) => phones.findIndex((_one, other) => unitOf(other) === unitOf(at)) === at);
    for (const phone of first) {
      const unit = seatOf(phone.state(), phone.joined.seat)?.unit ?? '';
      const place = { unit, step: 'def-duo', item: 'def', prompt: 'recognisable' };
      await must(phone, { type: 'SubmitAnswer', ...place, values: filled('Wij zien dit elke dag.') });
    }
    await give({ type: 'AddNote', kind: 'insight', text: 'Een inzicht', item: null, subgroup: null });
    await settled();
  }
  const answers = () => [...valuesOf(desk.state().answers)].map(({ answer }) => answer);
  if (stage === 'talk' || stage === 'over') {
    await give({ type: 'RevealStep', step: 'def-duo', revealed: true });
    await give({ type: 'GroupAnswers', step: 'def-duo', theme: null, answers: answers().slice(0, 1) });
    await give({ type: 'OpenStep', step: 'def-gesprek', from: null });
    await give({ type: 'SpotlightAnswer', answer: answers()[0] ?? null });
    const rest = { item: null, answers: answers(), notes: [] };
    await give({ type: 'DrawConclusion', conclusion: null, kind: 'proposal', text: 'Een voorstel', ...rest });
    await settled();
    const conclusion = Object.keys(desk.state().conclusions)[0] ?? '';
    await give({ type: 'AskConclusion', conclusion });
    await phones[0]?.waitFor('to be asked', () => phones[0]?.state().conclusions[conclusion]);
    if (phones[0]) await must(phones[0], { type: 'JudgeConclusion', conclusion, agrees: false, note: 'Niet bij ons' });
    await give({ type: 'PublishSummary', introduction: 'Lees na' });
    ({ url: link } = await call<Link>('POST', `/api/sessions/${session}/summary-links`, { comments: true }));
    const asked = { token: link.split('#')[1], key: 'k'.repeat(24), section: null, text: 'Reactie', signature: 'Ik' };
    ({ comment } = await call<{ comment: string }>('POST', '/api/summary/comments', asked));
  }
  if (stage === 'over') await give({ type: 'CloseSession' });
  await settled();

  /** What the words with a dollar sign stand for. */
  function ids(): Record<string, string> {
    const state = desk.state();
    const unit = unitOf(0) || 'no-unit';
    const other = [...valuesOf(state.units)].find((one) => one.unit !== unit)?.unit ?? 'no-unit';
    const place = { step: 'def-duo', item: 'def', prompt: 'recognisable' };
    const [theme = 'no-theme'] = [...valuesOf(state.themes)].map((one) => one.theme);
    const why = [...valuesOf(state.answers)].find((one) => one.unit === unit)?.values['why'];
    return {
      $unit: unit,
      $unit2: other,
      $seat: phones[0]?.joined.seat ?? '',
      $seat2: phones.find((_, at) => unitOf(at) !== unitOf(0))?.joined.seat ?? phones[1]?.joined.seat ?? '',
      $answer: answerIdOf({ unit, ...place }),
      $answer2: answerIdOf({ unit: other, ...place }),
      $note: Object.keys(state.notes)[0] ?? 'no-note',
      $theme: theme,
      $conclusion: Object.keys(state.conclusions)[0] ?? 'no-conclusion',
      $text: (why?.kind === 'text' && why.text) || 'no-text',
      $comment: comment || 'no-comment',
      $step: state.step || 'inloop',
    };
  }

  const screens: Partial<Record<By, Client>> = {
    ...{ desk, wall, seat: phones[0] as Client, 'co-desk': coDesk },
  };
  return {
    ...{ stage, session, access, desk, wall, phones, join, ids, link, must, unitOf, answers },
    screen: (by: By) => screens[by],
    /** How far its log is, by a fresh look. */
    async head(): Promise<number> {
      await desk.hello();
      return desk.state().seq;
    },
    stop() {
      for (const client of [desk, wall, coDesk, ...phones]) client.stop();
    },
  };
}

async function openCoDesk(url: string, session: string, invitation: string): Promise<Client> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ invitation });
  const accepted = await fetch(`${url}/api/invitations/accept`, { method: 'POST', headers, body });
  const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { ticket } = await callerOf(url, cookie)<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  return connect(url, ticket);
}

/** One session for each stage. */
export async function openStages(url: string, call: Caller): Promise<Record<Stage, Running>> {
  const opened = await Promise.all(stages.map(async (stage) => [stage, await openStage(url, call, stage)] as const));
  return Object.fromEntries(opened) as Record<Stage, Running>;
}
