import { languages, type Step, type Text } from '../../script.ts';
import type { SessionState } from '../../session/state.ts';

const mark = { nl: 'niet in het draaiboek', en: 'not in the script' } as const;

/** A step's title as a reader of the summary meets it: a question of the moment says that it was one. */
export function toldTitle({ added }: Pick<SessionState, 'added'>, { id, title }: Pick<Step, 'id' | 'title'>): Text {
  if (!added.includes(id)) return title;
  const told = languages.flatMap((language) => {
    const words = title[language];
    return words ? [[language, `${words} (${mark[language]})`]] : [];
  });
  return Object.fromEntries(told);
}
