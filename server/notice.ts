/** What somebody is told before they take part: made here, so that its hash is of what a phone shows and of nothing else. */
import { createHash } from 'node:crypto';
import type { Notices, NoticeText } from '../shared/own.ts';
import type { Language } from '../shared/script.ts';
import { say } from '../shared/script-queries.ts';
import { keepDaysOf, textOf } from '../shared/session/selectors.ts';
import type { SessionState } from '../shared/session/state.ts';
import { localeOf } from '../shared/words/locale.ts';
import { notice as english } from '../shared/words/notice.en.ts';
import { notice as dutch } from '../shared/words/notice.nl.ts';
import { keptUntil, openUntil } from './retention.ts';

function linesOf(state: SessionState, language: Language, words: typeof dutch): string[] {
  const { script, notice } = state;
  const { purpose } = script.privacy;
  const contact = textOf(state, notice.contact);
  return [
    words.for(textOf(state, notice.purpose) || (purpose ? say(purpose, language) : words.purpose)),
    words.facilitators,
    words.name,
    ...(script.subgroups ? [words.subgroup] : []),
    ...[words.wall, words.team, words.downloads, words.withdraw, words.account],
    contact ? words.ask(contact) : words.contact,
    words.keep(keepDaysOf(state)),
  ];
}

function noticeIn(state: SessionState, language: Language, createdAt: number): NoticeText {
  const words = language === 'nl' ? dutch : english;
  const told = { lines: linesOf(state, language, words), research: state.notice.research ? words.research : null };
  const version = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' });
  // Where nobody leads, a date closes it: known before anybody joins (D1).
  const closes = openUntil(state);
  const until = [
    words.until(day.format(keptUntil(state, createdAt))),
    ...(closes === null ? [] : [words.open(day.format(closes))]),
  ].join(' ');
  return { ...told, version, until };
}

/** In both languages: a phone changes between them at once. */
export const noticesOf = (state: SessionState, createdAt: number): Notices => ({
  nl: noticeIn(state, 'nl', createdAt),
  en: noticeIn(state, 'en', createdAt),
});

/** All that was shown in this version, to be kept with who agreed; undefined where it is not what is shown now. */
export function shownIn(state: SessionState, version: string): { version: string; words: string } | undefined {
  const { nl, en } = noticesOf(state, 0);
  const shown = [nl, en].find((one) => one.version === version);
  if (!shown?.research) return undefined;
  const { title, label, lines } = shown.research;
  return { version, words: [...shown.lines, title, label, ...lines].join('\n') };
}
