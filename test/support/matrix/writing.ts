/** Who comes into the session of the matrix, what they write, and what becomes of it. */
import type { Script } from '../../../shared/script.ts';
import { activeUnits, dealtItems } from '../../../shared/session/selectors.ts';
import { get } from '../../../shared/session/table.ts';
import { join, judged, openStep, type Room, seatActor, seenIn, submit, system, text } from '../room.ts';
import { roomScript } from '../room-script.ts';
import type { Said } from './said.ts';

const fewRole = 'QfewroleZ';
export const matrixScript: Script = {
  ...roomScript,
  perspectives: {
    options: [
      { id: 'student', label: { nl: 'student' } },
      { id: 'docent', label: { nl: 'docent' } },
      { id: 'client', label: { nl: fewRole } },
    ],
    max: 2,
  },
};

export type Stage = { room: Room; said: Said; seats: string[] };

/** Nine on phones with names, one of them with two, one with a guest; one who was added without a phone. */
export function arrive(room: Room, said: Said): string[] {
  const roles = [
    'student',
    'student',
    'student',
    'student',
    'student',
    'docent',
    'docent',
    'docent',
    'docent',
    'docent',
  ];
  const seats = [...roles, 'student', 'docent', 'client', 'docent'].map((role, i) => {
    const seat = join(room, { perspectives: [role], name: said.say(`name${i}`, 'name'), people: i === 3 ? 2 : 1 });
    said.note(`seat${i}`, seat, 'seat');
    return seat;
  });
  room.must({ type: 'ShareSeat', guest: ['student'] }, seatActor(seats[4] ?? ''));
  const added = room.must({ type: 'Join', people: 1, perspectives: ['docent'], name: said.say('nameAdded', 'name') });
  const without = added.find((event) => event.type === 'ParticipantJoined')?.seat ?? '';
  said.note('seatAdded', without, 'seat');
  said.note('fewRole', fewRole, 'fewRole');
  room.must({ type: 'RenameSeat', seat: seats[0] ?? '', name: said.say('nameNow', 'name') });
  said.note('name0', 'Qname0Z', 'gone');
  room.must(
    { type: 'InviteDesk', facilitator: 'co-1', subgroup: null, name: said.say('coFacilitator', 'coFacilitator') },
    system,
  );
  return [...seats, without];
}

const cover = (room: Room, answer: string, field: string, word: string, forGood: boolean) => {
  const value = get(room.state.answers, answer)?.values[field];
  const words = value?.kind === 'text' ? (get(room.state.texts, value.text) ?? '') : '';
  const from = words.indexOf(word);
  const spans = [{ from, to: from + word.length }];
  room.must({ type: 'MaskAnswer', answer, field, seen: seenIn(room, answer, field), spans, forGood });
};

/** What each text meets before the first version, and after the second. */
export const fates = ['hidden', 'withdrawn', 'covered', 'erased'] as const;
export type Fate = (typeof fates)[number];
const ruleOf = { hidden: 'hidden', withdrawn: 'gone', covered: 'covered', erased: 'gone' } as const;

export type Written = { answer: string; seat: string; word: string; field: string };
export function meet(room: Room, fate: Fate, { answer, seat, word, field }: Written): void {
  if (fate === 'hidden') room.must({ type: 'HideAnswer', answer, hidden: true });
  else if (fate === 'withdrawn') room.must({ type: 'WithdrawAnswer', answer }, seatActor(seat));
  else cover(room, answer, field, word, fate === 'erased');
}

/** Each alone: the wall shows it at once. */
export function writeAlone({ room, said, seats }: Stage) {
  const written = new Map<string, Written>();
  const place = { step: 'alone', prompt: 'thought' };
  const write = (name: string, rule: Parameters<Said['say']>[1], seat: string): void => {
    const word = said.say(name, rule, seat);
    written.set(name, { seat, word, field: 'text', answer: submit(room, seat, place, { text: text(`Nu ${word}`) }) });
  };
  openStep(room, 'alone');
  const names = fates.flatMap((fate) => [`${fate}Before`, `${fate}After`]);
  for (const [i, name] of names.entries()) write(name, ruleOf[fates[i >> 1] as Fate], seats[i] ?? '');
  write('shown', 'shown', seats[8] ?? '');
  write('shownAgain', 'shown', seats[9] ?? '');
  submit(room, seats[10] ?? '', place, { text: text(said.say('first', 'before', seats[10] ?? '')) });
  write('second', 'shown', seats[10] ?? '');
  const paper = { type: 'SubmitAnswer', step: 'alone', item: 'list', prompt: 'thought' } as const;
  const [added = ''] = seats.slice(-1);
  const onPaper = { ...paper, unit: added, values: { text: text(said.say('paperUndone', 'gone')) } };
  room.must(onPaper);
  room.must({ type: 'WithdrawAnswer', answer: `alone/${added}/list/thought` });
  const word = said.say('paper', 'shown');
  room.must({ ...onPaper, values: { text: text(word) } });
  return written;
}

/** In pairs: judgements with words, and boundary situations that are released one by one, or not. */
export function writeInPairs({ room, said }: Stage) {
  const written = new Map<string, Written>();
  openStep(room, 'pairs');
  room.must({ type: 'FormSubgroups' });
  const units = activeUnits(room.state);
  for (const [i, { seats: own }] of units.entries()) {
    const seat = own.find((one) => get(room.state.seats, one)?.phone) ?? '';
    const word = said.say(`pair${i}`, 'shown', ...own);
    submit(
      room,
      seat,
      { step: 'pairs', item: 'def', prompt: 'recognisable' },
      {
        judgement: judged('deels'),
        why: text(word),
      },
    );
  }
  const stories = [
    ...(['storyReleased', 'storyWaits', 'storyHidden', 'storyWithdrawn'] as const),
    ...(['storyCovered', 'storyTakenBack', 'storyTakenBackAfter'] as const),
  ];
  const ruleFor = { storyReleased: 'shown', storyWithdrawn: 'gone', storyCovered: 'covered' } as const;
  for (const [i, name] of stories.entries()) {
    const rule = name in ruleFor ? ruleFor[name as keyof typeof ruleFor] : 'hidden';
    const own = units[i]?.seats ?? [];
    const seat = own.find((one) => get(room.state.seats, one)?.phone) ?? '';
    const word = said.say(name, rule, ...own);
    const values = { story: text(`Toen ${word}`), kind: { kind: 'choice' as const, choices: ['tussen-mensen'] } };
    const answer = submit(room, seat, { step: 'pairs', item: 'def', prompt: 'situation' }, values);
    written.set(name, { answer, seat, word, field: 'story' });
    if (name !== 'storyWaits') room.must({ type: 'ReleaseAnswer', answer, released: true });
  }
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  return written;
}

/** Words that are read under another item, a question of the moment, and personal closing questions. */
export function writeMore({ room, said, seats }: Stage): string[] {
  openStep(room, 'model');
  const [unit] = activeUnits(room.state);
  const seat = unit?.seats.find((one) => get(room.state.seats, one)?.phone) ?? '';
  const item = dealtItems(room.state, 'model', unit?.unit ?? '')[0] ?? '';
  const judgement = judged('nee');
  const words = said.say('moved', 'shown', ...(unit?.seats ?? []));
  const moved = submit(room, seat, { step: 'model', item, prompt: 'recognisable' }, { judgement, why: text(words) });
  const [, second] = activeUnits(room.state);
  const other = second?.seats.find((one) => get(room.state.seats, one)?.phone) ?? '';
  const theirs = dealtItems(room.state, 'model', second?.unit ?? '')[0] ?? '';
  const judgedAlone = { step: 'model', item: theirs, prompt: 'recognisable' };
  const unworded = submit(room, other, judgedAlone, { judgement: judged('ja') });
  room.must({ type: 'RevealStep', step: 'model', revealed: true });
  room.must({ type: 'MoveAnswer', answer: moved, item: item === 'o3' ? 'o2' : 'o3' });
  const question = said.say('question', 'asked');
  const from = room.state.step;
  room.must({ type: 'AskQuestion', question, together: false, scale: null, from });
  const added = room.state.step;
  const [prompt] = room.state.script.steps.find(({ id }) => id === added)?.prompts ?? [];
  const [field] = prompt?.fields ?? [];
  if (!prompt || !field) throw new Error('no question');
  const [writer = ''] = seats;
  const answered = { type: 'SubmitAnswer', unit: writer, step: added, item: 'list', prompt: prompt.id } as const;
  room.must(
    { ...answered, values: { [field.id]: text(said.say('sectionHidden', 'kept', writer)) } },
    seatActor(writer),
  );
  openStep(room, 'secret');
  const closing = { step: 'secret', prompt: 'thought' };
  submit(room, writer, closing, { text: text(said.say('feedback', 'feedback', writer)) });
  const third = seats[1] ?? '';
  const withdrawn = submit(room, third, closing, { text: text(said.say('feedbackWithdrawn', 'gone')) });
  room.must({ type: 'WithdrawAnswer', answer: withdrawn }, seatActor(third));
  return [moved, unworded];
}
