/** Leads a session over the protocol, for journeys that look at phones: no desk on the screen, and people without a browser. */
import type { DeskAccess, Joined } from '../../../shared/api.ts';
import type { Command, FieldValues, Pairing } from '../../../shared/commands.ts';
import { penOf } from '../../../shared/session/pen.ts';
import { peopleCount, seatOf, textOf } from '../../../shared/session/selectors.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import { type Client, connect, newCommandId } from '../../support/client.ts';
import type { Program } from './program.ts';

const win = 'win-professionele-werkplaatsen';

async function call<T>(
  url: string,
  method: 'GET' | 'POST' | 'DELETE',
  body?: object,
  cookie = '',
): Promise<[T, string]> {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return [(await response.json()) as T, response.headers.getSetCookie()[0]?.split(';')[0] ?? ''];
}

type Guest = Awaited<ReturnType<typeof guestIn>>;

/** Somebody who takes part without a browser. */
export async function guestIn(url: string, secret: string, name: string, people = 1) {
  const newcomer = { entry: secret, commandId: newCommandId(), people, perspectives: ['docent'], name };
  const [joined] = await call<Joined>(`${url}/api/join`, 'POST', newcomer);
  const client = await connect(url, joined.ticket);
  const unit = () => seatOf(client.state(), joined.seat)?.unit ?? '';
  const place = (prompt: string) => ({ unit: unit(), step: client.state().step ?? '', item: 'def', prompt });
  const filled = (text: string): FieldValues => ({
    judgement: { kind: 'judgement', choices: ['deels'] },
    why: { kind: 'text', text },
  });
  return {
    ...joined,
    client,
    /** Has the pen, and types in the first question of the definition; nothing is sent. */
    async type(text: string): Promise<void> {
      await client.waitFor('a unit', unit);
      await client.command({ type: 'TakePen', unit: unit() });
      await client.draft({ ...place('recognisable'), values: filled(text), at: Date.now(), grewFrom: [] });
    },
    /** To whoever asked for it, with the text as it stands. */
    async givePen(text: string): Promise<void> {
      await client.draft({ ...place('recognisable'), values: filled(text), at: Date.now(), grewFrom: [] });
      const asked = await client.waitFor('a question for the pen', () => penOf(client.state(), unit()).asked);
      await client.command({ type: 'PassPen', unit: unit(), seat: asked });
    },
    /** Sends an answer to the first question of the definition; gives its id. */
    async send(text: string): Promise<string> {
      await client.waitFor('a unit', unit);
      await client.command({ type: 'SubmitAnswer', ...place('recognisable'), values: filled(text) });
      return answerIdOf(place('recognisable'));
    },
  };
}

/** Signs in once; plans as many sessions as a journey needs. */
export async function leaderOf(program: Program) {
  const { url } = program;
  const [, cookie] = await call(`${url}/api/sign-in`, 'POST', { key: program.key });
  const clients: Client[] = [];
  return {
    async plan(title: string, script = win, fillIns: Record<string, string[]> = {}, pairing: Pairing = 'automatic') {
      const details = { language: 'nl', title, date: '2026-11-24', place: 'Veldhoven', partner: '', collaboration: '' };
      const plan = { ...details, script, fillIns, pairing };
      const [{ session }] = await call<{ session: string }>(`${url}/api/sessions`, 'POST', plan, cookie);
      const [access] = await call<DeskAccess>(`${url}/api/sessions/${session}/desk`, 'GET', undefined, cookie);
      const desk = await connect(url, access.ticket);
      clients.push(desk);
      async function give(command: Command): Promise<void> {
        const result = await desk.command(command);
        if (!result.ok) throw new Error(`${command.type}: ${result.refusal.reason}`);
      }
      return {
        title,
        code: access.code,
        /** Where the QR code leads. */
        link: `${url}/#${access.secret}`,
        desk,
        give,
        open: (step: string): Promise<void> => give({ type: 'OpenStep', step, from: null }),
        close: (step: string): Promise<void> => give({ type: 'CloseStep', step }),
        /** The seat of whoever gave this name. */
        seatNamed: (name: string): Promise<string> =>
          desk.waitFor(`the seat of ${name}`, () => {
            const state = desk.state();
            return [...valuesOf(state.seats)].find((seat) => textOf(state, seat.name) === name)?.seat;
          }),
        /** Answers that count, as the desk has them. */
        answers: () => [...valuesOf(desk.state().answers)].filter((answer) => !answer.withdrawn),
        people: () => peopleCount(desk.state()),
        async guest(name: string, people = 1): Promise<Guest> {
          const guest = await guestIn(url, access.secret, name, people);
          clients.push(guest.client);
          return guest;
        },
        delete: (): Promise<unknown> => call(`${url}/api/sessions/${session}`, 'DELETE', undefined, cookie),
      };
    },
    /** A wrong code, straight at the server, as from this address. */
    async guessWrong(times: number): Promise<void> {
      for (let i = 0; i < times; i++)
        await call(`${url}/api/look-up`, 'POST', { entry: 'BBBBBB' }).catch(() => undefined);
    },
    leave(): void {
      for (const client of clients) client.stop();
    },
  };
}
