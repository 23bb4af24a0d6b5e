import { starredBy } from '../selectors.ts';
import type { Conclusion, SessionState } from '../state.ts';
import { entriesOf, get, remove, set } from '../table.ts';
import type { Evolutions } from './evolution.ts';
import { place, without, withSeat } from './people.ts';

/** What this phone thought of the conclusions, which phrases it marked and what it starred is nobody's any more. */
function withoutOpinions(state: SessionState, seat: string): SessionState {
  const unheard = (one: Conclusion): Conclusion => {
    const { [seat]: _, ...opinions } = one.opinions;
    return { ...one, opinions };
  };
  const conclusions = Object.fromEntries(Object.entries(state.conclusions).map(([id, one]) => [id, unheard(one)]));
  const marked = [...entriesOf(state.unclear)].flatMap(([key]) => (key.endsWith(`/${seat}`) ? [key] : []));
  const answers = starredBy(state, seat).reduce((table, answer) => {
    const { [seat]: _, ...stars } = answer.stars;
    return set(table, answer.answer, { ...answer, stars });
  }, state.answers);
  return { ...state, conclusions, answers, unclear: marked.reduce((table, key) => remove(table, key), state.unclear) };
}

export const consentEvolutions: Evolutions<'NoticeSet' | 'ConsentSet' | 'PersonErased'> = {
  NoticeSet: (state, { purpose, contact, research }) => ({ ...state, notice: { purpose, contact, research } }),
  ConsentSet: (state, { seat, guest, agrees, version, shown }) => {
    const consentTexts = version && shown ? set(state.consentTexts, version, shown) : state.consentTexts;
    return withSeat({ ...state, consentTexts }, seat, (known) => {
      const { guests } = known.consent;
      if (!guest) return { ...known, consent: { own: agrees, version, guests } };
      // Who sits there now is the last who came; a log may name one where nobody ever did (S3).
      return guests.length === 0 ? known : { ...known, consent: { ...known.consent, guests: guests.with(-1, agrees) } };
    });
  },
  PersonErased: (state, { seat, at }) => {
    if (!get(state.seats, seat)) return state;
    const left = place(without(state, seat, at), seat, null);
    const bare = { name: null, renamed: false, perspectives: [], organisation: null, guest: null } as const;
    return withSeat(withoutOpinions(left, seat), seat, (known) => ({
      ...known,
      ...bare,
      gone: 'erased',
      consent: { own: false, guests: known.consent.guests.map(() => false) },
    }));
  },
};
