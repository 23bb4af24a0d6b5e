import type { CommandOf } from '../../commands.ts';
import type { NewEvent } from '../../events.ts';
import { isTooLong } from '../../text.ts';
import { erasedMark, refusedMark } from '../remembered.ts';
import { isWriter, ownOf, seatOf, textOf, textsOfAnswer } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import { type Context, type Decisions, refuse } from './decision.ts';

/** Graphemes of what the facilitator says about what it is for, and whom to ask. */
export const maxNotice = 300;

/** The facilitator's own words, each beside the log; empty ones are none. */
export function noticeEvent(
  { purpose, contact, research }: Omit<CommandOf<'SetNotice'>, 'type'>,
  { newId }: Pick<Context, 'newId'>,
): NewEvent {
  const ids = { purpose: purpose ? newId() : null, contact: contact ? newId() : null };
  const texts = { ...(ids.purpose && { [ids.purpose]: purpose }), ...(ids.contact && { [ids.contact]: contact }) };
  return { type: 'NoticeSet', ...ids, research, texts };
}

/** A tick on a phone, with the words that stood there the first time that they did. */
export function consentEvent(
  state: SessionState,
  { seat, guest, agrees, shown }: Omit<CommandOf<'SetConsent'>, 'type'>,
  { newId }: Pick<Context, 'newId'>,
): NewEvent {
  const version = shown?.version ?? null;
  const text = shown && !get(state.consentTexts, shown.version) ? newId() : null;
  return {
    type: 'ConsentSet',
    ...{ seat, guest, agrees, version, shown: text },
    ...(text && shown && { texts: { [text]: shown.words } }),
  };
}

export const consentDecisions: Decisions<'SetNotice' | 'SetConsent' | 'ErasePerson'> = {
  SetNotice: (state, notice, _actor, context) => {
    const { purpose, contact, research } = notice;
    if (isTooLong(purpose, maxNotice) || isTooLong(contact, maxNotice)) return refuse('textTooLong');
    const before = state.notice;
    const isOther = textOf(state, before.purpose) !== purpose || before.research !== research;
    if (!isOther && textOf(state, before.contact) === contact) return refuse('nothingToDo');
    // What people agreed to does not change under them.
    if (isOther && state.seats.size > 0) return refuse('doesNotFit');
    const erase = [before.purpose, before.contact].flatMap((text) => text ?? []);
    return { ok: true, events: [noticeEvent(notice, context)], erase };
  },
  SetConsent: (state, consent, actor, context) => {
    const { seat, guest, agrees, shown } = consent;
    const known = seatOf(state, seat);
    if (!known || known.gone === 'erased') return refuse('noSuchSeat');
    if (guest && known.people < 2) return refuse('doesNotFit');
    if (agrees && !state.notice.research) return refuse('notAsked');
    if (actor.role === 'desk' && (shown || (agrees && !guest && known.phone))) return refuse('notAllowed');
    const { own, guests } = known.consent;
    const isSo = (guest ? guests.at(-1) : own) === agrees;
    if (isSo) return refuse('nothingToDo');
    const remember = agrees ? [] : [refusedMark(seat, guest, state.seq + 1)];
    return { ok: true, events: [consentEvent(state, consent, context)], remember };
  },
  /** What a pair wrote goes as a whole: nobody can say which words were whose. */
  ErasePerson: (state, { seat }, actor) => {
    if (actor.role === 'seat' && actor.seat !== seat) return refuse('noSuchSeat');
    const known = seatOf(state, seat);
    if (!known || known.gone === 'erased') return refuse('noSuchSeat');
    const own = [...valuesOf(state.answers)].filter((answer) => isWriter(answer, seat));
    const withdrawn = own
      .filter((answer) => !answer.withdrawn)
      .map(({ answer }): NewEvent => ({ type: 'AnswerWithdrawn', answer, seat }));
    const noted = Object.values(state.conclusions).flatMap(({ opinions }) => ownOf(opinions, seat)?.note ?? []);
    const erased = [...(known.name ? [known.name] : []), ...noted];
    return {
      ok: true,
      events: [...withdrawn, { type: 'PersonErased', seat, erased }],
      erase: [...new Set([...own.flatMap(textsOfAnswer), ...erased])],
      remember: [erasedMark(seat)],
    };
  },
};
