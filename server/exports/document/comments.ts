import type { SessionState } from '../../../shared/session/state.ts';
import { commentsInFiles } from '../../../shared/views/summary/comments.ts';
import type { Summary } from '../../../shared/views/summary.ts';
import { type Block, heading } from './blocks.ts';
import type { Speech } from './speech.ts';

/** What the team wrote beside the summary, by the part that it is about; unsigned (P1). */
export function commentBlocks({ words, say }: Speech, { sections }: Summary, state: SessionState): Block[] {
  const titleOf = (id: string | null) => {
    const section = sections.find((one) => one.id === id);
    return section ? say(section.title) : words.comments.whole;
  };
  const items = commentsInFiles(state).map(({ text, section }) => ({ text, after: titleOf(section) }));
  return items.length ? [heading(2, words.comments.title), { kind: 'list', ordered: false, said: true, items }] : [];
}
