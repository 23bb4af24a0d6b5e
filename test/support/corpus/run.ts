/** Runs a case against the real program, and says what came of it in one word or two. */
import { ofWhole } from '../../../server/library/library.ts';
import { parseScript } from '../../../server/library/parse-script.ts';
import { protocolVersion } from '../../../shared/protocol-version.ts';
import { textIn } from '../../../shared/text-in.ts';
import { newCommandId, openSocket, type TestSocket } from '../client.ts';
import type { Stage } from './case.ts';
import { bytesOf, type CaseOn, type FrameInput, type HttpInput, type Recipe, textOf } from './case.ts';
import { logOutcome } from './log.ts';
import type { Program } from './program.ts';
import { type Answered, frameBytes, openRaw, sendHttp } from './raw-socket.ts';
import { firstSaid, scriptFile } from './script-file.ts';
import { type Caller, callerOf, openStages, type Running, signIn } from './stage.ts';

export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene(program: Program) {
  const cookie = await signIn(program);
  const call: Caller = callerOf(program.url, cookie);
  const at: Record<Stage, Running> = await openStages(program.url, call);
  return {
    ...{ program, cookie, call, at },
    heads: async () =>
      Object.fromEntries(await Promise.all(Object.values(at).map(async (one) => [one.stage, await one.head()]))),
    stop: () => {
      for (const one of Object.values(at)) one.stop();
    },
  };
}

/** What came of it, and all that was answered. */
export type Outcome = { outcome: string; answer: string };

/** Names that stand in a file for what is known only here. */
function named({ at, program, cookie }: Scene): Record<string, string> {
  const { access, session, link, phones } = at.talk;
  return {
    ...at.talk.ids(),
    ...{ $session: session, $ticket: phones[1]?.joined.ticket ?? '', $seatTicket: phones[1]?.joined.ticket ?? '' },
    ...{ $wallTicket: access.wallTicket, $deskTicket: access.ticket, $secret: access.secret, $cookie: cookie },
    ...{ $link: link.split('#')[1] ?? '', $host: `127.0.0.1:${program.port}`, $over: at.over.session },
    ...{ $overSecret: at.over.access.secret, $command: newCommandId(), $hash: at.talk.desk.state().scriptHash },
  };
}

const word = /\$[a-zA-Z0-9]+/g;
const put = (text: string, words: Record<string, string>): string => text.replace(word, (name) => words[name] ?? name);

function fillRecipe(recipe: Recipe, words: Record<string, string>): Recipe {
  if (typeof recipe === 'string') return put(recipe, words);
  if ('join' in recipe) return { join: recipe.join.map((part) => fillRecipe(part, words)) };
  return recipe;
}

/** Only where a whole text is the name. */
function fillValue(value: unknown, words: Record<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? put(value, words) : value;
  if (Array.isArray(value)) return value.map((one) => fillValue(one, words));
  if (value === null || typeof value !== 'object') return value;
  if ('repeat' in value || 'join' in value || 'hex' in value) return textOf(fillRecipe(value as Recipe, words));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillValue(one, words)]));
}

function reasonIn(body: string): string {
  try {
    const read: unknown = JSON.parse(body);
    return read && typeof read === 'object' && 'reason' in read ? String(read.reason) : '';
  } catch {
    return '';
  }
}
const outcomeOf = (answered: Answered): Outcome =>
  typeof answered === 'string'
    ? { outcome: answered, answer: '' }
    : { outcome: `${answered.status} ${reasonIn(answered.body)}`.trim(), answer: answered.bytes };

export function requestBytes(input: HttpInput, words: Record<string, string>): Buffer {
  const { method = 'GET', path, as, headers = {}, body, raw, bytes } = input;
  if (bytes !== undefined) return bytesOf(fillRecipe(bytes, words));
  const payload =
    raw === undefined
      ? Buffer.from(body === undefined ? '' : JSON.stringify(fillValue(body, words)))
      : bytesOf(fillRecipe(raw, words));
  const lines: Record<string, Recipe> = {
    host: words['$host'] ?? '',
    ...(as && { cookie: words['$cookie'] ?? '' }),
    ...(payload.length > 0 && { 'content-type': 'application/json', 'content-length': String(payload.length) }),
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) =>
    Buffer.concat([Buffer.from(`${name}: `), bytesOf(fillRecipe(value, words)), Buffer.from('\r\n')]),
  );
  return Buffer.concat([
    ...[Buffer.from(`${method} `), bytesOf(fillRecipe(path, words)), Buffer.from(' HTTP/1.1\r\n')],
    ...[...head, Buffer.from('\r\n'), payload],
  ]);
}

export async function runHttp(scene: Scene, { input }: CaseOn<'http'>): Promise<Outcome> {
  return outcomeOf(await sendHttp(scene.program.port, requestBytes(input, named(scene)), input.hangsUp));
}

/** The id by which a frame asks for an answer, in the files. */
const asked = /^43(0|1|2|7|99)\[/;

function frameOutcome(message: string): string {
  if (message.startsWith('44')) return /"message":"([^"]+)"/.exec(message)?.[1] ?? 'refused';
  const result = JSON.parse(message.slice(message.indexOf('['))) as [{ ok?: boolean; refusal?: { reason: string } }];
  return result[0]?.refusal?.reason ?? (result[0]?.ok ? 'ok' : 'no');
}

/** `ignored`: the line goes on as if nothing was said. */
export async function runFrames(scene: Scene, { input }: { input: FrameInput }): Promise<Outcome> {
  const words = named(scene);
  const line = await openRaw(scene.program.port);
  const say = (message: string) => line.send(frameBytes(message));
  const hello = { protocol: protocolVersion, ticket: words['$wallTicket'], cursor: null };
  const greet = (ack: number) => `42${ack}${JSON.stringify(['hello', hello])}`;
  if (input.after !== 'open') {
    say('40');
    await line.until((message) => message.startsWith('40{'));
  }
  if (input.after === 'hello') {
    say(greet(555));
    await line.until((message) => message.startsWith('43555'));
  }
  const before = line.messages().length;
  for (const frame of input.frames) {
    const shaped = typeof frame === 'object' && 'data' in frame ? frame : { data: frame };
    line.send(frameBytes({ ...shaped, data: fillRecipe(shaped.data, words) }));
  }
  // Then something sound, whose answer tells that all before it was dealt with.
  if (input.after === 'open') {
    say('40');
    await line.until((message) => message.startsWith('40{'));
  }
  let last = '';
  let answer: string | undefined;
  // Three rounds: an answer that had to be looked up may come after one that had not.
  for (let ack = 777; ack < 780 && answer === undefined && last !== 'closed'; ack++) {
    say(greet(ack));
    last = await line.until((message) => message.startsWith(`43${ack}`));
    const told = line.messages().slice(before);
    answer = told.find((message) => asked.test(message) || message.startsWith('44'));
  }
  const bytes = line.bytes();
  line.end();
  if (answer) return { outcome: frameOutcome(answer), answer: bytes };
  return { outcome: last === 'closed' ? 'closed' : last === 'nothing' ? 'deaf' : 'ignored', answer: bytes };
}

export async function runCommand(scene: Scene, { input }: CaseOn<'command'>): Promise<Outcome> {
  const running = scene.at[input.stage];
  const command = fillValue(input.command, running.ids());
  const screen = running.screen(input.by);
  const socket = screen?.socket ?? stranger(scene);
  const sent = { commandId: newCommandId(), command } as never;
  const cut = new Promise<'closed'>((resolve) => socket.once('disconnect', () => resolve('closed')));
  const answered = socket
    .timeout(8_000)
    .emitWithAck('command', sent)
    .catch(() => 'deaf' as const);
  const result = await Promise.race([answered, cut]);
  if (result === 'closed') await screen?.waitFor('its line again', () => socket.connected);
  if (result === 'closed') await screen?.hello();
  if (typeof result === 'string') return { outcome: result, answer: '' };
  return { outcome: result.ok ? 'ok' : result.refusal.reason, answer: JSON.stringify(result) };
}

/** Somebody on a line who never said hello. */
function stranger({ program }: Scene): TestSocket {
  strangers ??= openSocket(program.url);
  return strangers;
}
let strangers: TestSocket | undefined;
export const closeStrangers = (): void => {
  strangers?.disconnect();
  strangers = undefined;
};

/** Refused with its place and what it says first, or taken. */
export function runScript({ input }: CaseOn<'script'>): Outcome {
  const text = textIn(scriptFile(input));
  const file = 'proef.yaml';
  const read =
    typeof text === 'string' ? parseScript(file, text) : ({ ok: false, problems: [ofWhole(file, text)] } as const);
  if (read.ok) return { outcome: 'ok', answer: '' };
  return { outcome: firstSaid(read.problems), answer: JSON.stringify(read.problems) };
}

export const runLog = ({ input }: CaseOn<'log'>): Promise<Outcome> => logOutcome(input);
