import { answersOf, isOnWall } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { themesTold } from './disclose.ts';
import { type Tellings, tell, unsigned } from './telling.ts';

/** The answers of a theme that the wall may show. */
const shownIn = (state: SessionState, theme: string) =>
  answersOf(state, get(state.themes, theme)?.step ?? '').filter(
    (answer) => answer.theme === theme && isOnWall(state, answer),
  );

export const themeTellings: Tellings<'AnswersGrouped' | 'ThemeNamed'> = {
  /** A wall hears of the answers that it shows (V3), and then what their theme is called. */
  AnswersGrouped: (event, _before, after) => {
    const shown = event.answers.flatMap((id) => {
      const answer = get(after.answers, id);
      return answer && isOnWall(after, answer) ? [answer] : [];
    });
    if (shown.length === 0) return { told: [] };
    const out = { ...unsigned(event), answers: shown.map(({ answer }) => answer) };
    return { told: [{ to: 'wall', events: event.theme === null ? [out] : themesTold(after, shown) }] };
  },
  ThemeNamed: (event, before, after) => {
    const replaced = get(before.themes, event.theme)?.name;
    const { told } = shownIn(after, event.theme).length ? tell(event, 'wall') : { told: [] };
    return { told, ...(replaced && { takenBack: { texts: [replaced], keep: [] } }) };
  },
};
