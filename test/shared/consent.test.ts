/** Taking part is joining; research is asked apart from it, of everybody who wrote something (P1, V1). And a person can be erased (P2). */
import { describe, expect, test } from 'vitest';
import { isAnswerForResearch } from '../../shared/session/consent.ts';
import { seatOf, textOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { publishedSummary } from '../../shared/views/summary.ts';
import {
  desk,
  eventsOf,
  join,
  joinMany,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  submit,
  system,
  text,
  unitOfSeat,
} from '../support/room.ts';

const shown = { version: '0123456789abcdef', words: 'Dit stond er.\nJa, mijn antwoorden mogen mee.' };
const notice = { type: 'SetNotice', purpose: '', contact: '', research: true } as const;

function askingRoom(): Room {
  const room = openRoom();
  room.must(notice);
  return room;
}
const say = (room: Room, seat: string, agrees: boolean, more: { guest?: boolean; by?: typeof desk } = {}) => {
  const byPhone = { guest: false, shown };
  const noted = { guest: more.guest ?? false, shown: null };
  const { type, ...rest } = { type: 'SetConsent', seat, agrees, ...(more.by ? noted : byPhone) } as const;
  return room.decide({ type, ...rest }, more.by ?? system);
};
const consentOf = (room: Room, seat: string) => seatOf(room.state, seat)?.consent;
const isFor = (room: Room, id: string) => {
  const answer = get(room.state.answers, id);
  return answer !== undefined && isAnswerForResearch(room.state, answer);
};

describe('research is asked apart from taking part', () => {
  test('given the session does not ask it, then nobody can say yes, and everybody joins as before (P1)', () => {
    const room = openRoom();
    expect(room.refused({ type: 'Join', people: 1, perspectives: [], name: '', consent: shown }, system)).toBe(
      'notAsked',
    );
    const seat = join(room);
    expect(consentOf(room, seat)).toEqual({ own: false, guests: [] });
    expect(say(room, seat, true)).toMatchObject({ refusal: { reason: 'notAsked' } });
  });

  test('given it asks, then who ticks nothing said no; a yes is an event with the hash of what was shown, whose words are kept once', () => {
    const room = askingRoom();
    const [no, yes, also] = [join(room), join(room, { consent: shown }), join(room, { consent: shown })];
    expect([no, yes, also].map((seat) => consentOf(room, seat)?.own)).toEqual([false, true, true]);
    const told = eventsOf(room, 'ConsentSet');
    expect(told.map(({ seat, agrees, version }) => [seat, agrees, version])).toEqual([
      [yes, true, shown.version],
      [also, true, shown.version],
    ]);
    expect(told.map((event) => Boolean(event.shown))).toEqual([true, false]);
    expect(textOf(room.state, get(room.state.consentTexts, shown.version) ?? null)).toBe(shown.words);
  });

  test('it can be changed by the person as long as the session is there, also when it is closed', () => {
    const room = askingRoom();
    const seat = join(room, { consent: shown });
    room.must({ type: 'CloseSession' });
    expect(say(room, seat, false).ok).toBe(true);
    expect(consentOf(room, seat)?.own).toBe(false);
    expect(say(room, seat, false)).toMatchObject({ refusal: { reason: 'nothingToDo' } });
    expect(say(room, seat, true).ok).toBe(true);
  });

  test('the desk notes the yes of who has no phone, and anybody’s no; the log says which desk', () => {
    const room = askingRoom();
    const phone = join(room, { consent: shown });
    const [added] = room.must({ type: 'Join', people: 1, perspectives: [], name: '' });
    const without = added?.type === 'ParticipantJoined' ? added.seat : '';
    room.must({ type: 'ShareSeat', guest: [] }, seatActor(phone));
    expect(say(room, without, true, { by: desk }).ok).toBe(true);
    expect(say(room, phone, true, { guest: true, by: desk }).ok).toBe(true);
    expect(eventsOf(room, 'ConsentSet').slice(1)).toMatchObject([
      { seat: without, version: null, by: 'desk:fac1' },
      { seat: phone, guest: true, version: null, by: 'desk:fac1' },
    ]);
    expect(say(room, phone, false, { by: desk }).ok).toBe(true);
    expect(say(room, phone, true, { by: desk })).toMatchObject({ refusal: { reason: 'notAllowed' } });
    expect(say(room, without, true, { guest: true, by: desk })).toMatchObject({ refusal: { reason: 'doesNotFit' } });
  });

  test('what they said is told to their own phone and the desk alone, without the words that were shown (V1)', () => {
    const room = askingRoom();
    const [seat, other] = [join(room), join(room)];
    const screens = [room.addScreen('wall'), room.addScreen('seat', other)];
    const own = room.addScreen('seat', seat);
    say(room, seat, true);
    room.publish();
    expect(own.state.seats.size > 0 && seatOf(own.state, seat)?.consent.own).toBe(true);
    for (const screen of [...screens, own]) {
      const told = JSON.stringify(room.streams.since(room.streamsFor(screen), {}));
      expect(told).not.toContain('Dit stond er');
      if (screen !== own) expect(told).not.toContain('ConsentSet');
    }
  });

  test('what it is for does not change under who joined; the contact may be corrected', () => {
    const room = openRoom();
    room.must({ ...notice, purpose: 'Voor het model', contact: 'Noor' });
    expect(textOf(room.state, room.state.notice.purpose)).toBe('Voor het model');
    join(room);
    expect(room.refused({ ...notice, purpose: 'Iets anders', contact: 'Noor' })).toBe('doesNotFit');
    expect(room.refused({ ...notice, purpose: 'Voor het model', contact: 'Noor', research: false })).toBe('doesNotFit');
    room.must({ ...notice, purpose: 'Voor het model', contact: 'Hamid' });
    expect(textOf(room.state, room.state.notice.contact)).toBe('Hamid');
    expect(room.refused({ ...notice, purpose: 'Voor het model', contact: 'x'.repeat(301) })).toBe('textTooLong');
  });
});

describe('an answer is for research where all who wrote it said yes', () => {
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const values = { judgement: judged('deels'), why: text('Wij twee') };

  test('of a pair both', () => {
    const room = askingRoom();
    const [a = '', b = ''] = [join(room, { consent: shown }), join(room)];
    openStep(room, 'pairs');
    const answer = submit(room, a, place, values);
    expect(isFor(room, answer)).toBe(false);
    say(room, b, true);
    expect(isFor(room, answer)).toBe(true);
    say(room, a, false);
    expect(isFor(room, answer)).toBe(false);
  });

  test('and everybody who ever sat at a phone: who comes to it was not asked, and who left it stays as they were', () => {
    const room = askingRoom();
    const seat = join(room, { consent: shown });
    openStep(room, 'alone');
    const answer = submit(room, seat, { step: 'alone', prompt: 'thought' }, { text: text('Ik') });
    expect(isFor(room, answer)).toBe(true);
    room.must({ type: 'ShareSeat', guest: [] }, seatActor(seat));
    expect(consentOf(room, seat)).toEqual({ own: true, guests: [false] });
    expect(isFor(room, answer)).toBe(false);
    room.must({ type: 'ShareSeat', guest: null }, seatActor(seat));
    expect(isFor(room, answer)).toBe(false);
    room.must({ type: 'ShareSeat', guest: [] }, seatActor(seat));
    say(room, seat, true, { guest: true, by: desk });
    expect(consentOf(room, seat)).toEqual({ own: true, guests: [false, true] });
  });
});

describe('a person is erased (P2)', () => {
  /** Two who wrote alone and together; one of them has a name and an opinion. */
  function scene() {
    const room = askingRoom();
    const own = join(room, { name: 'Kanarienaam', perspectives: ['student'], consent: shown });
    const [partner = '', ...others] = joinMany(room, 3);
    openStep(room, 'alone');
    submit(room, own, { step: 'alone', prompt: 'thought' }, { text: text('Kanarie eerst') });
    submit(room, own, { step: 'alone', prompt: 'thought' }, { text: text('Kanarie later') });
    const theirs = submit(room, partner, { step: 'alone', prompt: 'thought' }, { text: text('Van de ander') });
    openStep(room, 'pairs');
    const pair = unitOfSeat(room, own);
    const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
    const together = submit(room, own, place, { judgement: judged('nee'), why: text('Kanarie samen') });
    openStep(room, 'harvest');
    const drawn = { type: 'DrawConclusion', conclusion: null, kind: 'conclusion', text: 'Dus', item: null } as const;
    const [event] = room.must({ ...drawn, answers: [together, theirs], notes: [] });
    const conclusion = event?.type === 'ConclusionDrawn' ? event.conclusion : '';
    room.must({ type: 'AskConclusion', conclusion });
    room.must({ type: 'JudgeConclusion', conclusion, agrees: false, note: 'Kanarie anders' }, seatActor(own));
    return { room, own, partner, others, pair, theirs, together, conclusion };
  }

  test.each(['seat', 'desk'] as const)(
    'by %s: no word, name, opinion or yes of theirs is left, for anybody',
    (role) => {
      const { room, own, pair, conclusion, together } = scene();
      const partner = pair.seats.find((seat) => seat !== own) ?? '';
      const screens = [room.addScreen('desk'), room.addScreen('wall'), room.addScreen('seat', partner)];
      expect(JSON.stringify(room.log)).toContain('Kanarie');
      room.must({ type: 'ErasePerson', seat: own }, role === 'desk' ? desk : seatActor(own));
      expect(JSON.stringify(room.log)).not.toContain('Kanarie');
      for (const screen of screens) {
        expect(JSON.stringify([...valuesOf(screen.state.texts)])).not.toContain('Kanarie');
        expect(JSON.stringify(room.streams.since(room.streamsFor(screen), {}))).not.toContain('Kanarie');
      }
      const seat = seatOf(room.state, own);
      expect(seat).toMatchObject({ name: null, perspectives: [], gone: 'erased', unit: null });
      expect(seat?.consent.own).toBe(false);
      expect(room.state.conclusions[conclusion]?.opinions).toEqual({});
      expect(get(room.state.answers, together)?.withdrawn).toBe(true);
    },
  );

  test('the stars that they gave leave every screen, and what was published; those of others stay', () => {
    const room = openRoom();
    const seats = joinMany(room, 4);
    openStep(room, 'pairs');
    const [own = ''] = seats;
    const other = seats.find((seat) => unitOfSeat(room, seat).unit !== unitOfSeat(room, own).unit) ?? '';
    const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
    const answer = submit(room, other, place, { judgement: judged('ja'), why: text('Van de anderen') });
    openStep(room, 'talk');
    const star = (seat: string) => room.must({ type: 'StarAnswer', answer, starred: true }, seatActor(seat));
    for (const seat of [own, other]) star(seat);
    room.must({ type: 'PublishSummary', introduction: '' });
    const screens = [room.addScreen('desk'), room.addScreen('wall'), room.addScreen('seat', other)];
    // Phones that talked about it hold it still.
    const [third = ''] = seats.filter((seat) => seat !== own && seat !== other);
    screens.push(room.addScreen('seat', third));
    openStep(room, 'harvest');
    room.must({ type: 'ErasePerson', seat: own }, seatActor(own));
    for (const { name, state } of [...screens, { name: 'server', state: room.state }])
      expect(Object.keys(get(state.answers, answer)?.stars ?? {}), name).toEqual([other]);
    expect(publishedSummary(room.log)?.taken).toMatchObject([{ text: 'Van de anderen', stars: 1 }]);
  });

  test('what others wrote without them stays', () => {
    const { room, own, theirs } = scene();
    room.must({ type: 'ErasePerson', seat: own }, seatActor(own));
    expect(get(room.state.answers, theirs)?.withdrawn).toBe(false);
    expect(JSON.stringify(room.log)).toContain('Van de ander');
  });

  test('nobody erases somebody else, and who is erased does not come back', () => {
    const { room, own, partner } = scene();
    expect(room.refused({ type: 'ErasePerson', seat: partner }, seatActor(own))).toBe('noSuchSeat');
    room.must({ type: 'ErasePerson', seat: own });
    expect(room.refused({ type: 'ErasePerson', seat: own })).toBe('noSuchSeat');
    expect(room.refused({ type: 'RemoveSeat', seat: own, removed: false })).toBe('noSuchSeat');
    expect(room.refused({ type: 'RenameSeat', seat: own, name: 'Terug' })).toBe('noSuchSeat');
    expect(room.refused({ type: 'LeaveSession' }, seatActor(own))).toBe('seatRemoved');
    expect(say(room, own, true)).toMatchObject({ refusal: { reason: 'noSuchSeat' } });
    const paper = { unit: own, step: 'alone', item: 'list', prompt: 'thought', values: { text: text('Papier') } };
    expect(room.refused({ type: 'SubmitAnswer', ...paper })).toBe('noSuchUnit');
  });
});
