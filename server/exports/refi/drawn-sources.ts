import { say } from '../../../shared/script-queries.ts';
import { currentSummary, type ProposalView, type Quote } from '../../../shared/views/summary.ts';
import { speechIn } from '../document/speech.ts';
import type { ExportSource } from '../export-source.ts';
import type { Codebook } from './codebook.ts';
import { shortName } from './names.ts';
import { openText } from './source-text.ts';
import type { SourceText } from './unit-sources.ts';

type Drawn = Omit<ProposalView, 'decision' | 'reason'> & Partial<Pick<ProposalView, 'decision' | 'reason'>>;

/** What was concluded, and what was proposed: a text each, with what it rests on and who saw it otherwise. */
export function drawnSources({ log, language, words }: ExportSource, codebook: Codebook): SourceText[] {
  const { refi } = words;
  const { paper } = speechIn(language);
  const { conclusions, proposals } = currentSummary(log);
  const whose = ({ number, size }: Quote) => (number === null ? words.individual : `${words.unitKind(size)} ${number}`);
  /** Without words it was judged alone, or taken back. */
  const saidIn = ({ state, text, judged }: Quote) =>
    state === 'withdrawn' ? words.withdrawn : text || judged.map(({ label }) => say(label, language)).join(' | ');

  function write(out: ReturnType<typeof openText>, kind: 'conclusion' | 'proposal', drawn: Drawn): void {
    const { key, text, item, quotes, unread, checked, decision, reason } = drawn;
    const title = item ? say(item, language) : '';
    const about = codebook.itemCalled(title);
    const select = (words: string, own: string[], ...codes: (string | undefined)[]) =>
      out.select(words, {
        ...{ key: [key, ...own], name: shortName(`${refi.drawn} ${refi.drawnKinds[kind]}`), at: '' },
        codes: [about, ...codes].filter((code) => code !== undefined),
      });
    out.line();
    out.line(`${refi.drawnKinds[kind]}${title ? ` – ${title}` : ''}`);
    select(text, [], codebook.guidOf('drawn', kind), decision ? codebook.guidOf('decision', decision) : undefined);
    if (decision) out.line(`${refi.decisions[decision]}${reason ? `: ${reason}` : ''}`);
    // Their words are coded where they were given; here they are only shown.
    if (quotes.length > 0) out.line(refi.restsOn);
    for (const quote of quotes) out.line(`${whose(quote)}: ${saidIn(quote)}`);
    if (unread > 0) out.line(paper.unread(unread));
    if (!checked) return;
    out.line(refi.checked(checked.agree, checked.n));
    const told = new Map<string, number>();
    for (const { text } of checked.minority) {
      const before = told.get(text) ?? 0;
      told.set(text, before + 1);
      select(text, ['minority', text, String(before)], codebook.guidOf('minority'));
    }
  }

  function sourceOf(kind: 'conclusion' | 'proposal', all: readonly Drawn[]): SourceText[] {
    if (all.length === 0) return [];
    const label = refi.drawnFiles[kind];
    const out = openText();
    out.line(label);
    for (const drawn of all) write(out, kind, drawn);
    return [{ key: [kind], label, ...out.close(), unit: { kind: label, people: 0, subgroup: '', roles: [] } }];
  }
  return [...sourceOf('conclusion', conclusions), ...sourceOf('proposal', proposals)];
}
