import type { HarvestEvent } from '../../events/harvest.ts';
import type { Logged } from '../../events.ts';
import { agreementOf, conclusionOf, noteOf, textOf, textsIn } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { agreementTold, notesTold } from './disclose.ts';
import { nobody, type Tellings, type Told, tell, unsigned } from './telling.ts';

/** The wall learns a note as it is now, if it may show it. */
function noteTold(state: SessionState, note: string): Told[] {
  const events = notesTold(state).filter((event) => event.note === note);
  return events.length ? [{ to: 'wall', events }] : [];
}

/** A conclusion as the room knows it: its words, and not the answers and notes behind it. */
function conclusionTold(state: SessionState, id: string, { seq, at }: Logged): Logged[] {
  const known = conclusionOf(state, id);
  if (!known) return [];
  const { conclusion, kind, text, item } = known;
  const drawn = { conclusion, kind, text, item, answers: [], notes: [] };
  return [{ type: 'ConclusionDrawn', ...drawn, seq, at, by: '', texts: { [text]: textOf(state, text) } }];
}

const toRoom = (events: Logged[]): Told[] => [
  { to: 'phones', events },
  { to: 'wall', events },
];

export const harvestTellings: Tellings<HarvestEvent> = {
  NoteAdded: (event, _before, after) => ({ told: noteTold(after, event.note) }),
  NoteChanged: (event, before, after) => ({
    told: noteTold(after, event.note),
    takenBack: { texts: [noteOf(before, event.note)?.text ?? ''], keep: [] },
  }),
  NoteRemoved: (event, _before, after) => {
    const text = noteOf(after, event.note)?.text ?? '';
    if (event.removed) return { ...tell(event, 'wall'), takenBack: { texts: [text], keep: ['desk'] } };
    return { told: [...tell(event, 'wall').told, ...noteTold(after, event.note)] };
  },
  /** The room knows what it was asked; other words for it replace those. */
  ConclusionDrawn: (event, before, after) => {
    const known = conclusionOf(before, event.conclusion);
    if (!known) return nobody;
    return {
      told: known.shown && !known.removed ? toRoom(conclusionTold(after, event.conclusion, event)) : [],
      takenBack: { texts: [known.text], keep: [] },
    };
  },
  ConclusionRemoved: (event, _before, after) => {
    const known = conclusionOf(after, event.conclusion);
    if (!known?.shown) return nobody;
    const removed = unsigned(event);
    if (event.removed) return { told: toRoom([removed]), takenBack: { texts: [known.text], keep: ['desk'] } };
    return { told: toRoom([...conclusionTold(after, event.conclusion, event), removed]) };
  },
  ConclusionAsked: (event, _before, after) => ({
    told: toRoom([
      ...(event.conclusion === null ? [] : conclusionTold(after, event.conclusion, event)),
      unsigned(event),
    ]),
  }),
  /** What a phone thinks is its own to know; the room reads it in the summary, without whose it was. */
  ConclusionJudged: (event, before) => {
    const replaced = conclusionOf(before, event.conclusion)?.opinions[event.seat]?.note;
    return {
      ...tell(event, `seat:${event.seat}`),
      ...(replaced && { takenBack: { texts: [replaced], keep: [] } }),
    };
  },
  /** The room makes it: its wall reads it at once, and in its words of now. */
  AgreementMade: (event, before) => {
    const known = agreementOf(before, event.agreement);
    const told = known?.removed ? nobody : tell(event, 'wall');
    return { ...told, ...(known && { takenBack: { texts: textsIn(known.values), keep: [] } }) };
  },
  AgreementRemoved: (event, _before, after) => {
    const known = agreementOf(after, event.agreement);
    if (!known) return nobody;
    if (event.removed) return { ...tell(event, 'wall'), takenBack: { texts: textsIn(known.values), keep: ['desk'] } };
    return { told: [{ to: 'wall', events: [agreementTold(after, known), unsigned(event)] }] };
  },
  MinorityHidden: () => nobody,
  CheckPlanned: () => nobody,
  CheckTaken: () => nobody,
  ProposalDecided: (event, before) => {
    const replaced = conclusionOf(before, event.conclusion)?.reason;
    return { told: [], ...(replaced && { takenBack: { texts: [replaced], keep: [] } }) };
  },
};
