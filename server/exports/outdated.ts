/** A file takes longer to make than the 300 ms in which what is hidden is gone: was something taken away meanwhile? (V4) */
import type { Logged } from '../../shared/events.ts';

/** What readers lose by it, though its words stay in the log. */
function takesAway(event: Logged): boolean {
  switch (event.type) {
    case 'AnswerHidden':
    case 'MinorityHidden':
    case 'CommentHidden':
      return event.hidden;
    case 'AnswerReleased':
      return !event.released;
    case 'NoteRemoved':
    case 'ConclusionRemoved':
      return event.removed;
    case 'ConsentSet':
      return !event.agrees;
    // Whether a guest wants to be in a file for research is not known yet.
    case 'SeatShared':
    case 'PersonErased':
    case 'AnswerMasked':
    case 'SummaryArranged':
      return true;
    default:
      return false;
  }
}

const wordsIn = ({ texts = {} }: Logged): number => Object.keys(texts).length;

/** Whether what was made of `given` holds something that the log has no more, or that its readers may not have any more. */
export const isOutdated = (given: readonly Logged[], now: readonly Logged[]): boolean =>
  now.length < given.length ||
  now.slice(given.length).some(takesAway) ||
  given.some((event, i) => wordsIn(event) !== wordsIn(now[i] as Logged));
