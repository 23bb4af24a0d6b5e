/** The WIN script, played: twelve pairs that answer everything. */
import { join } from 'node:path';
import { hashOfScript } from '../../server/exports/script-hash.ts';
import { openLibrary } from '../../server/library/library.ts';
import type { FieldValues } from '../../shared/commands.ts';
import type { Script } from '../../shared/script.ts';
import { scaleOf } from '../../shared/script-queries.ts';
import { type Details, playSession as play, type Writer } from './summary-play.ts';

export type { Writer } from './summary-play.ts';

export const libraryScript = (id: string): Script => {
  const found = openLibrary([join(import.meta.dirname, '../../sessions')]).find(id);
  if (!found) throw new Error('no such script');
  return found;
};
export const winScript = (): Script => libraryScript('win-professionele-werkplaatsen');

export function playSession(script: Script = winScript(), details: Details = {}) {
  const played = play(script, hashOfScript(script), details);
  return Object.assign(played, {
    /** By default everything is judged and explained. */
    answer: (write: Writer = everything) => played.answerAll(write),
    /** Twelve pairs, twenty-four people, from first to last step. */
    wholeAfternoon(write: Writer = everything) {
      const roles = ['student', 'professional', 'docent', 'client', 'onderzoeker', 'student', 'professional'];
      for (let i = 0; i < 24; i++) played.join(1, [roles[i % roles.length] as string], `naam-${i}-CANARYNAME`);
      for (const step of script.steps.slice(1)) {
        played.open(step.id);
        if (step.prompts.length) played.answerAll(write);
        played.releaseAll(step.id);
      }
    },
  });
}

const script = winScript();

const everything: Writer = (step, prompt, unit, item) => {
  const values: FieldValues = {};
  let judged = '';
  for (const field of prompt.fields) {
    if (field.kind === 'judgement') {
      const scale = scaleOf(script, field);
      judged = ['ja', 'ja', 'deels', 'nee', 'weet-niet'][(unit + item.length) % 5] as string;
      if (scale.length && !scale.some((option) => option.id === judged)) judged = (scale[0] as { id: string }).id;
      const split = { choices: ['ja', 'nee'], voices: [1, 1] };
      values[field.id] = { kind: 'judgement', ...(step.split && unit === 2 ? split : { choices: [judged] }) };
    } else if (field.kind === 'text' && (!field.askedAt || field.askedAt.includes(judged))) {
      const secret = step.id === 'feedback' ? ' CANARYFEEDBACK' : '';
      values[field.id] = { kind: 'text', text: `${step.id} ${item} ${prompt.id} ${field.id} door ${unit}${secret}` };
    } else if (field.kind === 'choice') {
      values[field.id] = {
        kind: 'choice',
        choices: [(field.options[unit % field.options.length] as { id: string }).id],
      };
    } else if (field.kind === 'marks' && unit % 3 === 0) {
      values[field.id] = { kind: 'marks', items: ['k3'] };
    }
  }
  return values;
};
