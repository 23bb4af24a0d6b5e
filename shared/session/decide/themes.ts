import { stepOf } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import type { Answer, SessionState } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import { accept, type Decision, type Decisions, refuse } from './decision.ts';

const maxName = 80;

/** The answers that can be put together: of this step. What was withdrawn meanwhile is left out, and keeps nothing else back. */
function found(state: SessionState, step: string, ids: readonly string[]): Answer[] | Decision {
  if (!stepOf(state.script, step)) return refuse('noSuchStep');
  const answers = [...new Set(ids)].flatMap((id) => get(state.answers, id) ?? []);
  if (answers.length < new Set(ids).size || answers.some((answer) => answer.step !== step))
    return refuse('noSuchAnswer');
  const standing = answers.filter((answer) => !answer.withdrawn);
  return standing.length === 0 && answers.length > 0 ? refuse('withdrawn') : standing;
}

/**
 * Putting together only ever adds to a theme or takes out of it, so that two who do it at once lose nothing: to merge is
 * to bring all of one to the other, to split is to bring some to a new one.
 */
export const themeDecisions: Decisions<'GroupAnswers' | 'UngroupAnswers' | 'NameTheme'> = {
  GroupAnswers: (state, { step, theme: asked, answers: ids }, _actor, context) => {
    const answers = found(state, step, ids);
    if (!Array.isArray(answers)) return answers;
    const known = asked === null ? undefined : get(state.themes, asked);
    if (asked !== null && known?.step !== step) return refuse('noSuchTheme');
    const moving = answers.filter((answer) => asked === null || answer.theme !== asked);
    if (moving.length === 0) return refuse('nothingToDo');
    const number = known?.number ?? 1 + [...valuesOf(state.themes)].filter((one) => one.step === step).length;
    const theme = asked ?? context.newId();
    return accept({ type: 'AnswersGrouped', step, theme, number, answers: moving.map(({ answer }) => answer) });
  },
  UngroupAnswers: (state, { step, answers: ids }) => {
    const answers = found(state, step, ids);
    if (!Array.isArray(answers)) return answers;
    const moving = answers.filter(({ theme }) => theme !== null).map(({ answer }) => answer);
    if (moving.length === 0) return refuse('nothingToDo');
    return accept({ type: 'AnswersGrouped', step, theme: null, number: null, answers: moving });
  },
  NameTheme: (state, { theme, name: words }, _actor, context) => {
    const known = get(state.themes, theme);
    if (!known) return refuse('noSuchTheme');
    if (isTooLong(words, maxName)) return refuse('textTooLong');
    if (!words && known.name === null) return refuse('nothingToDo');
    const name = words ? context.newId() : null;
    return {
      ok: true,
      events: [{ type: 'ThemeNamed', theme, name, ...(name && { texts: { [name]: words } }) }],
      erase: known.name === null ? [] : [known.name],
    };
  },
};
