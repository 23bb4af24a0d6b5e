/** One whole session by the real rules, in which everything happens to somebody's words that can. */
import { hashOfScript } from '../../../server/exports/script-hash.ts';
import type { Logged } from '../../../shared/events.ts';
import { get } from '../../../shared/session/table.ts';
import { desk, join, openRoom, openStep, seatActor, submit, system, text, unitOfSeat } from '../room.ts';
import { harvest } from './harvesting.ts';
import { buildSaid, type Said } from './said.ts';
import {
  arrive,
  type Fate,
  fates,
  matrixScript,
  meet,
  type Stage,
  type Written,
  writeAlone,
  writeInPairs,
  writeMore,
} from './writing.ts';

export const links = { own: 'link-own', other: 'link-other' };
export const check = 'check-1';
const checkScript = { ...matrixScript, unled: { days: 7 } };

const details = { date: '2026-11-23', place: 'Plaats', partner: 'Partner', collaboration: 'Samen' };

/** The session as its log, its streams and what was said in it; and the check of its summary as a log. */
export function playMatrix() {
  const said = buildSaid();
  const room = openRoom({ script: matrixScript });
  room.must({ type: 'ChangeDetails', ...details, title: said.say('titleBefore', 'gone') });
  const seats = arrive(room, said);
  const stage: Stage = { room, said, seats };
  const alone = writeAlone(stage);
  const pairs = writeInPairs(stage);
  for (const [i, seat] of seats.entries()) {
    const { seats: own } = unitOfSeat(room, seat);
    const name = i === 0 ? 'nameNow' : i === seats.length - 1 ? 'nameAdded' : `name${i}`;
    said.own(name, ...own);
  }
  const all = { ...Object.fromEntries(alone), ...Object.fromEntries(pairs) };
  const written = (name: string): Written => all[name] ?? missing(name);
  const act = (name: string, fate: Fate) => meet(room, fate, written(name));
  const answerOf = (name: string) => written(name).answer;

  // Lit, starred, kept and put together while everybody may read it.
  for (const { answer } of Object.values(all)) {
    if (answer === answerOf('storyWaits')) continue;
    room.must({ type: 'KeepAnswer', answer, kept: true });
    room.must({ type: 'SpotlightAnswer', answer });
  }
  room.must({
    type: 'GroupAnswers',
    step: 'alone',
    theme: null,
    answers: [...alone.values()].map(({ answer }) => answer),
  });
  const [theme = ''] = [...(room.state.themes.size ? [get(room.state.answers, answerOf('shown'))?.theme ?? ''] : [])];
  room.must({ type: 'NameTheme', theme, name: said.say('themeBefore', 'gone') });
  room.must({
    type: 'NameSubgroup',
    subgroup: 'a',
    name: said.say('subgroupBefore', 'gone'),
    place: said.say('placeBefore', 'gone'),
  });
  openStep(room, 'talk');
  room.must({ type: 'StarAnswer', answer: answerOf('storyHidden'), starred: true });
  const more = writeMore(stage);
  const drawn = harvest(stage, [...Object.values(all).map(({ answer }) => answer), ...more]);

  for (const fate of fates) act(`${fate}Before`, fate);
  room.must({ type: 'HideAnswer', answer: answerOf('shownAgain'), hidden: true });
  room.must({ type: 'HideAnswer', answer: answerOf('shownAgain'), hidden: false });
  room.must({ type: 'ReleaseAnswer', answer: answerOf('storyTakenBack'), released: false });
  const hidden = room.state.added;
  const arrange = (words: string) =>
    room.must({
      ...{ type: 'ArrangeSummary', titles: [{ section: 'definition', title: words }], order: [] },
      ...{ hidden: [...hidden], seen: room.state.arranged.seq },
    });
  arrange(said.say('sectionBefore', 'version'));
  room.must({ type: 'PublishSummary', introduction: said.say('introductionBefore', 'version') });
  comment(stage);
  arrange(said.say('section', 'heading'));
  room.must({ type: 'PlanCheck', check, until: room.now }, system);
  const checked = playCheck(said);
  room.must({ type: 'TakeCheck', check, upTo: checked.upTo }, system);
  room.must({ type: 'PublishSummary', introduction: said.say('introduction', 'heading') });

  room.must({ type: 'CloseSession' });
  for (const fate of fates) act(`${fate}After`, fate);
  act('storyHidden', 'hidden');
  act('storyWithdrawn', 'withdrawn');
  act('storyCovered', 'covered');
  room.must({ type: 'ReleaseAnswer', answer: answerOf('storyTakenBackAfter'), released: false });
  room.must({ type: 'ChangeDetails', ...details, title: said.say('title', 'heading') });
  room.must({ type: 'NameTheme', theme, name: said.say('theme', 'heading') });
  room.must({
    type: 'NameSubgroup',
    subgroup: 'a',
    name: said.say('subgroup', 'called'),
    place: said.say('place', 'heading'),
  });
  room.must({ type: 'RemoveNote', note: drawn.noteAfter, removed: true });
  room.must({ type: 'RemoveConclusion', conclusion: drawn.removedAfter, removed: true });
  const { conclusion, minorities } = drawn;
  room.must({ type: 'HideMinority', conclusion, seat: minorities['c'] ?? '', hidden: true });
  room.must({ type: 'JudgeConclusion', conclusion, agrees: true, note: '' }, seatActor(minorities['e'] ?? ''));
  return { room, said, seats, log: whole(room.log, 'room'), checkLog: whole(checked.log, check) };
}

function comment({ room, said }: Stage): void {
  const write = (name: string, link: string, words: string, signature = '') =>
    room.must({ type: 'CommentSummary', comment: name, link, section: 'definition', text: words, signature }, system);
  write('shown', links.own, said.say('comment', 'comment'), said.say('signature', 'signature'));
  write('hidden', links.own, said.say('commentHidden', 'commentHidden'));
  write('withdrawn', links.own, said.say('commentWithdrawn', 'gone'), said.say('signatureWithdrawn', 'gone'));
  write('other', links.other, said.say('otherComment', 'otherComment'));
  room.must({ type: 'HideComment', comment: 'hidden', hidden: true });
  room.must({ type: 'WithdrawComment', comment: 'withdrawn', link: links.own }, system);
}

/** In a session of its own: what was taken over, what was hidden and withdrawn there since, and what came later. */
function playCheck(said: Said) {
  const room = openRoom({ script: checkScript });
  const [a = '', b = '', c = '', d = ''] = [0, 1, 2, 3].map((i) =>
    join(room, { name: said.say(`nameOfCheck${i}`, 'gone') }),
  );
  openStep(room, 'alone');
  const place = { step: 'alone', prompt: 'thought' };
  submit(room, a, place, { text: text(said.say('check', 'checkTaken')) });
  const hidden = submit(room, b, place, { text: text(said.say('checkHidden', 'gone')) });
  const withdrawn = submit(room, c, place, { text: text(said.say('checkWithdrawn', 'gone')) });
  const upTo = room.log.length;
  submit(room, d, place, { text: text(said.say('checkLater', 'checkLater')) });
  room.must({ type: 'HideAnswer', answer: hidden, hidden: true }, desk);
  room.must({ type: 'WithdrawAnswer', answer: withdrawn }, seatActor(c));
  return { log: room.log, upTo };
}

/** As a server keeps it. */
const whole = (log: readonly Logged[], session: string): Logged[] =>
  log.map((event) =>
    event.type === 'SessionPlanned'
      ? { ...event, session, scriptHash: hashOfScript(event.script ?? matrixScript) }
      : event,
  );

function missing(name: string): never {
  throw new Error(`nobody wrote ${name}`);
}
