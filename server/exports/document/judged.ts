/** What people read before they judged it: a list, or the text and parts of one item. */
import type { ItemView, SectionView } from '../../../shared/views/summary.ts';
import { type Block, paragraph } from './blocks.ts';
import type { Speech } from './speech.ts';

const listed = (texts: readonly string[], ordered: boolean): Block => ({
  kind: 'list',
  ordered,
  said: false,
  items: texts.map((text) => ({ text, after: '' })),
});

/** A list whose items have no heading of their own. */
export function listBlocks({ words, say }: Speech, { kind, members, items }: SectionView): Block[] {
  const unnamed = members.some(({ id }) => !items.some((item) => item.id === id));
  if (kind !== 'list' || items.length === 0 || !unnamed) return [];
  const texts = members.map(({ title, text }) => [say(title), say(text)].filter(Boolean).join(': '));
  return [...paragraph('label', words.reading.judged), listed(texts, true)];
}

export function partBlocks({ words, say }: Speech, { text, parts }: ItemView): Block[] {
  if (!text && parts.length === 0) return [];
  return [
    ...paragraph('label', words.reading.judged),
    ...paragraph('fine', say(text)),
    ...parts.flatMap(({ label, points }) => [
      ...paragraph('fine', label ? `${say(label)}:` : ''),
      listed(points.map(say), false),
    ]),
  ];
}
