/** A session in which every payload was said wherever people, readers and who wrote the script can put words. */
import type { FieldValues } from '../../shared/commands.ts';
import type { Script } from '../../shared/script.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { playSession, type Writer, winScript } from '../shared/summary-session.ts';
import { payloads } from './corpus/payloads.ts';

/** As the server keeps them. */
export const saidPayloads: readonly string[] = payloads.map(([, text]) => text.trim());

/** The payloads in turn: as many as fit into so many characters. */
function buildSpeaker() {
  let at = 0;
  return (max: number, most = 4): string => {
    const said: string[] = [];
    for (let tried = 0; tried < saidPayloads.length && said.length < most; tried++) {
      const text = saidPayloads[at++ % saidPayloads.length] ?? '';
      if ([...said, text].join('\n').length <= max) said.push(text);
      else if (said.length > 0) {
        at -= 1;
        break;
      }
    }
    return said.join('\n');
  };
}

/** Every text of a script with a payload behind it. */
function spoilt(script: Script): Script {
  const say = buildSpeaker();
  return JSON.parse(JSON.stringify(script), (_, value) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
    const words = Object.entries(value).filter(
      ([key, one]) => ['nl', 'en', 'quote'].includes(key) && typeof one === 'string',
    );
    return { ...value, ...Object.fromEntries(words.map(([key, one]) => [key, `${one} ${say(500, 1)}`])) };
  });
}

const roles = ['student', 'professional', 'docent', 'client'];

export function playPayloads(session = 'payloads') {
  const script = spoilt(winScript());
  const say = buildSpeaker();
  const line = (max: number) => say(max, 1);
  const details = { session, title: line(200), place: line(200), partner: line(200) };
  const own = playSession(script, details);
  for (let i = 0; i < 16; i++) own.join(1, [roles[i % roles.length] ?? ''], line(40));
  const write: Writer = (step, prompt, unit) => {
    const values: FieldValues = {};
    const choices = [['ja'], ['deels'], ['nee'], ['weet-niet']][unit % 4] ?? ['ja'];
    for (const field of prompt.fields) {
      if (field.kind === 'judgement') values[field.id] = { kind: 'judgement', choices };
      else if (field.kind === 'text' && (!field.askedAt || field.askedAt.includes(choices[0] ?? ''))) {
        values[field.id] = { kind: 'text', text: step.id === 'feedback' ? 'Goed' : say(Math.min(field.max, 380)) };
      } else if (field.kind === 'choice') {
        values[field.id] = { kind: 'choice', choices: [field.options[0]?.id ?? ''] };
      }
    }
    return values;
  };
  for (const step of script.steps.slice(1)) {
    if (step.kind === 'closing') break;
    own.open(step.id);
    if (step.prompts.length > 0) own.answer(write);
    own.releaseAll(step.id);
    if (step.id === 'ken-gesprek') own.must({ ...ask, question: line(200), from: step.id });
  }
  group(own, 'def-duo', line);
  group(own, 'model-duo', line);
  own.open('model-gesprek');
  harvest(own, say);
  own.must({ type: 'SpotlightAnswer', answer: own.answers('model-duo')[0]?.answer ?? null });
  return { ...own, log: own.log, state: own.state };
}

const ask = { type: 'AskQuestion', together: true, scale: null } as const;
type Own = ReturnType<typeof playSession>;

function group(own: Own, step: string, line: (max: number) => string): void {
  const answers = own.answers(step).map(({ answer }) => answer);
  for (let at = 0; at < 4; at++) {
    own.must({ type: 'GroupAnswers', step, theme: null, answers: answers.slice(at * 2, at * 2 + 2) });
    const [theme] = [...valuesOf(own.state.themes)].slice(-1);
    own.must({ type: 'NameTheme', theme: theme?.theme ?? '', name: line(80) });
  }
}

function harvest(own: Own, say: (max: number, most?: number) => string): void {
  const system = { role: 'system' } as const;
  const [first] = own.answers('def-duo');
  const answers = [first?.answer ?? ''];
  for (const subgroup of ['a', 'b']) own.must({ type: 'NameSubgroup', subgroup, name: say(40, 1), place: say(80, 1) });
  for (let at = 0; at < 30; at++) {
    const item = ['def', 'k1', 'o1', null][at % 4] ?? null;
    own.must({ type: 'AddNote', kind: 'insight', text: say(480), item, subgroup: null });
    const rest = { item, answers, notes: [] };
    own.must({
      type: 'DrawConclusion',
      conclusion: null,
      kind: at % 2 ? 'proposal' : 'conclusion',
      text: say(480),
      ...rest,
    });
  }
  const drawn = Object.values(own.state.conclusions);
  const proposals = drawn.filter(({ kind }) => kind === 'proposal');
  const seats = [...valuesOf(own.state.seats)].slice(0, 4);
  for (const { conclusion } of proposals)
    own.must({ type: 'DecideProposal', conclusion, decision: 'not', reason: say(480) });
  for (const { conclusion } of proposals.slice(0, 6)) {
    own.must({ type: 'AskConclusion', conclusion });
    for (const { seat } of seats) {
      own.must({ type: 'JudgeConclusion', conclusion, agrees: false, note: say(480) }, { role: 'seat', seat });
    }
  }
  const titles = ['definitie', 'kenmerken', 'model'].map((section) => ({ section, title: say(200, 1) }));
  own.give({ type: 'ArrangeSummary', titles, order: [], hidden: [], seen: 0 });
  own.must({ type: 'PublishSummary', introduction: say(2_900, 60) });
  for (let at = 0; at < 30; at++) {
    const comment = {
      comment: `comment-${at}`,
      link: 'link-1',
      section: null,
      text: say(900, 6),
      signature: say(60, 1),
    };
    own.must({ type: 'CommentSummary', ...comment }, system);
  }
}
