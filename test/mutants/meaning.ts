/** Mutants of the meaning (shared/): rules of the log, of who sees what, of the conversation. */
import type { Mutant } from './list.ts';

const unit = 'unit' as const;
const shared = (name: string) => ({ test: `test/shared/${name}.test.ts`, project: unit });

/** The rules of the meaning, each broken in the ways that a hurried hand would. */
export const meaning: readonly Mutant[] = [
  {
    ...{
      rule: 'S1',
      what: 'a frame does not follow on the one before',
      test: 'test/server/road.test.ts',
      project: unit,
    },
    file: 'server/live/streams.ts',
    find: 'const after = entriesOf(stream)[from + i - 1]?.seq ?? 0;',
    replace: 'const after = seq - 1;',
  },
  {
    ...{ rule: 'S2', what: 'two presses advance twice', ...shared('steps') },
    file: 'shared/session/decide/steps.ts',
    find: "if (command.from !== null && command.from !== state.step) return refuse('stepMoved');",
    replace: '',
  },
  {
    ...{ rule: 'S3', what: 'an emptied table differs from an empty one', ...shared('table') },
    file: 'shared/session/table.ts',
    find: 'if (leaves.length === 0) return nothing;',
    replace: '',
  },
  {
    ...{ rule: 'S3', what: 'a phone forgets what it wrote when others forget it', ...shared('wall') },
    file: 'shared/session/evolve/wall.ts',
    find: 'if (answer.seat !== null) for',
    replace: 'if (answer.seat === null) for',
  },
  {
    ...{ rule: 'S3', what: 'a phone’s streams arrive in any order', ...shared('fuzz') },
    file: 'server/live/streams.ts',
    find: 'together.sort((a, b) => a.seq - b.seq || rankOf(a.stream) - rankOf(b.stream));',
    replace: 'together.reverse();',
  },
  {
    ...{ rule: 'S3', what: 'a changed answer puts out the spotlight of others', ...shared('fuzz') },
    file: 'shared/session/evolve/answers.ts',
    find: 'const changed = seat === null || isOnWall(written, next)',
    replace: 'const changed = isOnWall(written, next)',
  },
  {
    ...{ rule: 'S4', what: 'any cursor fits', test: 'test/server/road.test.ts', project: unit },
    file: 'server/live/session-host.ts',
    find: 'head <= (heads[stream] ?? -1)',
    replace: 'head >= 0',
  },
  {
    ...{ rule: 'A1', what: 'a repeat is decided anew', test: 'test/server/repeats.test.ts', project: unit },
    file: 'server/live/writer.ts',
    find: 'return known ? { ok: true, seq: known.seq, data: known.data } : otherwise;',
    replace: 'return known && !otherwise.ok ? otherwise : otherwise;',
  },
  {
    ...{ rule: 'A3', what: 'a new version forgets the one before', ...shared('answers') },
    file: 'shared/session/evolve/answers.ts',
    find: 'earlier: known && (known.seat ?? seat) !== null ? [...known.earlier, known.values] : [],',
    replace: 'earlier: [],',
  },
  {
    ...{ rule: 'A3', what: 'who was moved loses what was written offline', ...shared('answers') },
    file: 'shared/session/decide/answers.ts',
    find: 'unit === seat : maySpeakFor(state, step, unit, seat);',
    replace: 'unit === seat : unitOf(state, unit)?.seats.includes(seat);',
  },
  {
    ...{ rule: 'V2', what: 'who once sat somewhere speaks for them for ever', ...shared('owners') },
    file: 'shared/session/decide/answers.ts',
    find: '>= (runOf(state, step.id)?.openedAt ?? 0);',
    replace: '>= 0;',
  },
  {
    ...{ rule: 'V2', what: 'whoever sits in a unit calls all of it their own', ...shared('owners') },
    file: 'shared/session/selectors.ts',
    find: 'answer.unit === seat || answer.writers.includes(seat);',
    replace: 'answer.unit === seat || answer.writers.length > 0;',
  },
  {
    ...{ rule: 'V2', what: 'a boundary situation is carried before it is released', ...shared('owners') },
    file: 'shared/views/audience/disclose.ts',
    find: 'return isAsked && (answer.released || !isBoundarySituation(state, answer));',
    replace: 'return isAsked;',
  },
  {
    ...{ rule: 'A3', what: 'who is moved loses sight of what they wrote', ...shared('owners') },
    file: 'shared/views/audience/people.ts',
    find: '[...more, ...kept(before, after, units), ...told,',
    replace: '[...more, ...told,',
  },
  {
    ...{ rule: 'A3', what: 'the version that was not seen goes with the next one', ...shared('owners') },
    file: 'shared/session/evolve/answers.ts',
    find: 'return known?.unseen && known.unseen.seat !== event.seat ? known.unseen : null;',
    replace: 'return null;',
  },
  {
    ...{ rule: 'A4', what: 'writers are not told that their answer is hidden', ...shared('hiding') },
    file: 'shared/views/audience/answers.ts',
    find: 'if (event.hidden) return { told: writers, takenBack: takenBack(after, answer) };',
    replace: 'if (event.hidden) return { told: [], takenBack: takenBack(after, answer) };',
  },
  {
    ...{ rule: 'V1', what: 'everyone learns who did it', ...shared('events') },
    file: 'shared/views/audience/telling.ts',
    find: "({ ...event, by: '' });",
    replace: '({ ...event });',
  },
  {
    ...{ rule: 'V2', what: 'a subgroup’s answers go to all phones', ...shared('stars') },
    file: 'shared/views/audience/disclose.ts',
    find: "const subgroup = step.form === 'subgroup' ? subgroupOf(state, answer) : null;",
    replace: 'const subgroup = subgroupOf(state, answer) && null;',
  },
  {
    ...{ rule: 'V2', what: 'what one brings along goes to who left too', ...shared('carry') },
    file: 'shared/views/audience/disclose.ts',
    find: 'if (answer.withdrawn || answer.hidden) continue;',
    replace: 'if (answer.withdrawn) continue;',
  },
  {
    ...{ rule: 'V2', what: 'a release that was undone leaves the spotlight on', ...shared('wall') },
    file: 'shared/session/evolve/answers.ts',
    find: 'return released ? changed : outOfSpotlight(changed, answer);',
    replace: 'return changed;',
  },
  {
    ...{ rule: 'V3', what: 'boundary situations are shown with the others', ...shared('wall') },
    file: 'shared/session/selectors.ts',
    find: "(prompt.about !== 'boundarySituation' && Boolean(run?.revealed));",
    replace: 'Boolean(run?.revealed);',
  },
  {
    ...{ rule: 'V3', what: 'a step that is opened again stays on the wall', ...shared('wall') },
    file: 'shared/views/audience/steps.ts',
    find: 'takenBack: concealed(before, after, event.step),\n    };',
    replace: '};',
  },
  {
    ...{ rule: 'V3', what: 'what is written after a withdrawal is released already', ...shared('answers') },
    file: 'shared/session/evolve/answers.ts',
    find: 'released: false,\n      stars: {},',
    replace: 'stars: {},',
  },
  {
    ...{ rule: 'V4', what: 'hiding takes nothing back', ...shared('hiding') },
    file: 'shared/views/audience/answers.ts',
    find: 'if (event.hidden) return { told: writers, takenBack: takenBack(after, answer) };',
    replace: 'if (event.hidden) return { told: writers };',
  },
  {
    ...{ rule: 'V4', what: 'a hidden judgement without words stays', ...shared('hiding') },
    file: 'shared/views/audience/answers.ts',
    find: "answers: [answer.answer],\n  keep: ['desk'",
    replace: "keep: ['desk'",
  },
  {
    ...{ rule: 'P2', what: 'withdrawn words stay in the log', ...shared('answers') },
    file: 'shared/session/decide/answers.ts',
    find: 'erase: textsOfAnswer(answer)',
    replace: 'erase: []',
  },
  {
    ...{ rule: 'V1', what: 'the wall of a subgroup hears every answer', ...shared('subgroups') },
    file: 'shared/views/audience/subgroup-walls.ts',
    find: "return 'answer' in event && !isOwn(after, event.answer, subgroup) ? [] : [event];",
    replace: 'return [event];',
  },
  {
    ...{ rule: 'V1', what: 'answers stay on the wall of the subgroup that their unit left', ...shared('subgroups') },
    file: 'server/live/streams.ts',
    find: '.filter((named) => loseIn(from, named));',
    replace: '.filter(() => false);',
  },
  {
    ...{ rule: 'V1', what: 'the desk of a subgroup may do everything', ...shared('subgroups') },
    file: 'shared/session/decide.ts',
    find: 'if (subgroup !== null && !isWithin(state, command, subgroup))',
    replace: 'if (subgroup !== null && subgroup === command.type)',
  },
  {
    ...{ rule: 'D1', what: 'a desk without the lead opens steps', ...shared('lead') },
    file: 'shared/session/decide.ts',
    find: 'state.lead !== null && state.lead !== facilitator)',
    replace: 'state.lead === command.type)',
  },
  {
    ...{ rule: 'D1', what: 'more time does not count from now', ...shared('steps') },
    file: 'shared/session/evolve/steps.ts',
    find: 'Math.max(run.endsAt, at) + seconds * 1000',
    replace: 'run.endsAt + seconds * 1000',
  },
  {
    ...{ rule: 'D1', what: 'back to the pairs makes other pairs', ...shared('fuzz') },
    file: 'shared/session/decide/seating.ts',
    find: 'const again = run?.seated && run.seated.size > 1',
    replace: 'const again = run?.seated && run.seated.size > 99',
  },
  {
    ...{ rule: 'D1', what: 'a step forgets who sat together in it', ...shared('reopening') },
    file: 'shared/session/evolve/people.ts',
    find: 'const seated = run.seated ?? before;',
    replace: 'const seated = before;',
  },
  {
    ...{ rule: 'D1', what: 'who is taken back in sits with anybody', ...shared('people') },
    file: 'shared/session/decide/late.ts',
    find: 'if (before) return [seatEvent(state, seat.seat, before, context)];',
    replace: '',
  },
  {
    ...{ rule: 'D2', what: 'who comes late begins alone', ...shared('people') },
    file: 'shared/session/decide/late.ts',
    find: 'if (!leaving) return',
    replace: 'if (smallest.people < size) return',
  },
  {
    ...{ rule: 'D2', what: 'who was left out of an arrangement stays out', ...shared('seating') },
    file: 'shared/session/decide/seating.ts',
    find: 'else if (begins && size > 1) propose',
    replace: 'else if (begins && size > 99) propose',
  },
];
