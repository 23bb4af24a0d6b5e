/** Mutants of what is read afterwards: the summary, its versions and its files. */
import type { Mutant } from './list.ts';

const unit = 'unit' as const;
const matrix = { test: 'test/server/matrix.test.ts', project: unit };

export const reading: readonly Mutant[] = [
  {
    ...{ rule: 'V4', what: 'a release that was taken back stays in what was published', ...matrix },
    file: 'shared/views/summary/attendance.ts',
    find: "(event.type === 'AnswerReleased' && Boolean(get(published.answers, event.answer)?.released)) ||",
    replace: '',
  },
  {
    ...{ rule: 'V4', what: 'files hold boundary situations that were never released', ...matrix },
    file: 'server/exports/readable-answers.ts',
    find: '&& !isUndone(answer) && !waits(state, answer))',
    replace: '&& !isUndone(answer))',
  },
  {
    ...{ rule: 'V1', what: 'a conclusion is silent about what it rests on and nobody reads', ...matrix },
    file: 'shared/views/summary/conclusions.ts',
    find: 'unread: conclusion.answers.length - quotes.length,',
    replace: 'unread: 0,',
  },
  {
    rule: 'V4',
    what: 'a file leaves with what was taken away while it was made',
    file: 'server/exports/outdated.ts',
    find: 'now.slice(given.length).some(takesAway) ||',
    replace: '',
    test: 'test/server/exports-meanwhile.test.ts',
    project: unit,
  },
];
