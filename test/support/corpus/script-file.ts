import { parseDocument } from 'yaml';
import type { Problem } from '../../../shared/problem.ts';
import { scriptCheck } from '../../../shared/words/script-check.nl.ts';
import { good } from '../../server/library-good-script.ts';
import { bytesOf, type ScriptInput, textOf } from './case.ts';
import { full } from './full-script.ts';

/** The bytes of the file that this input stands for. */
export function scriptFile(input: ScriptInput): Buffer {
  if ('text' in input) return bytesOf(input.text);
  if ('piece' in input) return Buffer.from(good.replace(input.piece, () => textOf(input.by)));
  const doc = parseDocument(full);
  const { at } = input;
  if ('drop' in input) doc.deleteIn(at);
  else if ('times' in input) doc.setIn(at, Array(input.times).fill(doc.toJS().steps[0]));
  else doc.setIn(at, doc.createNode('word' in input ? textOf(input.word) : input.put));
  return Buffer.from(doc.toString({ lineWidth: 0 }));
}

/** The first problem as the command says it in Dutch, with what is proposed. */
export function firstSaid([first]: readonly Problem[]): string {
  if (!first) return 'nothing';
  const { line, column, message, proposal } = first;
  return `${line}:${column}: ${message.nl}${proposal === null ? '' : ` ${scriptCheck.meant(proposal)}`}`;
}
