import type { Language } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import { type Film, type Heard, heardAt, type Stretch } from '../../../shared/views/replay/film.ts';
import { localeOf } from '../../../shared/words/locale.ts';
import type { Words } from '../wording.svelte.ts';

const dayOf = (at: number) => new Date(at).toDateString();

/** "14:32", and with its day where that is not the day on which the session ended. */
export function momentIn(film: Film, i: number, language: Language): string {
  const at = film.moments[i]?.at ?? 0;
  const open = film.stretches.findLast(({ step }) => step !== null)?.from ?? 0;
  const isOther = dayOf(at) !== dayOf(film.moments[open]?.at ?? at);
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(isOther && { day: 'numeric', month: 'short' }),
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(at);
}

/** "Stap 5, Definitie in duo's" */
export function stretchIn(stretch: Stretch | undefined, index: number, words: Words, language: Language): string {
  if (!stretch?.title) return index === 0 ? words.replay.before : words.replay.after;
  return words.replay.step(stretch.number, say(stretch.title, language));
}

const heardIn = (heard: Heard, words: Words): string =>
  'shown' in heard
    ? words.replay.answers(heard.shown)
    : `${heard.done} ${words.progress.done(heard.done, heard.total, heard.size)}`;

/** What there is to tell of one moment, for eyes in parts and for ears as one sentence: "14:32, stap 5, Definitie in duo's, 12 antwoorden". */
export function toldOf(film: Film, i: number, words: Words, language: Language) {
  const index = film.stretchAt(i);
  const time = momentIn(film, i, language);
  const step = stretchIn(film.stretches[index], index, words, language);
  const heard = film.counts[i] && heardAt(film.stateAt(i), film.counts[i]);
  const answers = heard ? heardIn(heard, words) : '';
  return { time, step, answers, sentence: [time, step, answers].filter(Boolean).join(', ') };
}
