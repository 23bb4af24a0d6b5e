/** A session as large as any: ten thousand answers, played by the rules, in a script with many more items than a room would do. */
import { hashOfScript } from '../../../server/exports/script-hash.ts';
import type { FieldValues } from '../../../shared/commands.ts';
import type { Logged } from '../../../shared/events.ts';
import type { Script } from '../../../shared/script.ts';
import { playSession, type Writer, winScript } from '../../shared/summary-session.ts';

const copies = 18;
const why = 'Dat wij elkaars agenda niet kennen, en dat niemand dat vreemd vindt, tot het een keer misgaat. ';

function manyItems(script: Script): Script {
  const itemSets = script.itemSets.map((set) => ({
    ...set,
    items: set.items.flatMap((item) =>
      Array.from({ length: copies }, (_, i) => (i === 0 ? item : { ...item, id: `${item.id}-${i}` })),
    ),
  }));
  return { ...script, itemSets };
}

const writerOf =
  (version: number): Writer =>
  (_, prompt, unit, item) => {
    const values: FieldValues = {};
    for (const field of prompt.fields) {
      if (field.kind === 'text') values[field.id] = { kind: 'text', text: `${why}${unit} ${item}, ${version}. ${why}` };
      if (field.kind === 'judgement') values[field.id] = { kind: 'judgement', choices: ['ja'] };
    }
    return values;
  };

/** `versions`: how often each answer is written; the last one counts. */
export function playLargeSession({ people = 300, versions = 1 } = {}): { log: readonly Logged[]; answers: number } {
  const script = manyItems(winScript());
  const played = playSession(script);
  const roles = script.perspectives.options.map(({ id }) => id);
  for (let i = 0; i < people; i++) played.join(1, roles.length ? [roles[i % roles.length] as string] : []);
  for (const step of script.steps.slice(1)) {
    played.open(step.id);
    if (step.prompts.length === 0) continue;
    for (let version = 1; version <= versions; version++) played.answer(writerOf(version));
    played.releaseAll(step.id);
  }
  const scriptHash = hashOfScript(script);
  const log = played.log.map((event) => (event.type === 'SessionPlanned' ? { ...event, scriptHash } : event));
  return { log, answers: log.filter(({ type }) => type === 'AnswerSubmitted').length };
}
