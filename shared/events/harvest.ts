/** What is taken along: notes, and the conclusions and proposals that rest on answers. */
import * as z from 'zod/mini';
import { conclusionKinds, proposalDecisions } from '../harvest.ts';
import { noteKinds } from '../script.ts';
import { id, textId } from './ids.ts';
import { storedValues } from './values.ts';

export const harvestEvents = [
  z.strictObject({
    type: z.literal('NoteAdded'),
    note: id,
    kind: z.enum(noteKinds),
    text: textId,
    step: z.nullable(id),
    item: z.nullable(id),
    subgroup: z.nullable(id),
  }),
  z.strictObject({ type: z.literal('NoteChanged'), note: id, text: textId }),
  z.strictObject({ type: z.literal('NoteRemoved'), note: id, removed: z.boolean() }),
  /** Made, or changed as a whole. `answers`: what it rests on; `notes`: what it was made of. Both are the desk's to know. */
  z.strictObject({
    type: z.literal('ConclusionDrawn'),
    conclusion: id,
    kind: z.enum(conclusionKinds),
    text: textId,
    item: z.nullable(id),
    answers: z.array(z.string()),
    notes: z.array(id),
  }),
  z.strictObject({ type: z.literal('ConclusionRemoved'), conclusion: id, removed: z.boolean() }),
  /** "Klopt dit?", on every phone and on the wall; null: no more. */
  z.strictObject({ type: z.literal('ConclusionAsked'), conclusion: z.nullable(id) }),
  /** What one phone thinks of it: a minority's note stays beside it. */
  z.strictObject({
    type: z.literal('ConclusionJudged'),
    conclusion: id,
    seat: id,
    agrees: z.boolean(),
    note: z.nullable(textId),
  }),
  /** The facilitator looks first: this phone's note stays out of the summary. */
  z.strictObject({ type: z.literal('MinorityHidden'), conclusion: id, seat: id, hidden: z.boolean() }),
  /** What became of a proposal for the text, and why; null: nothing yet. */
  z.strictObject({
    type: z.literal('ProposalDecided'),
    conclusion: id,
    decision: z.nullable(z.enum(proposalDecisions)),
    reason: z.nullable(textId),
  }),
  /** afspraak: made, or changed as a whole; `values` by the fields that its step asks for (what, who, when). */
  z.strictObject({ type: z.literal('AgreementMade'), agreement: id, step: id, values: storedValues }),
  z.strictObject({ type: z.literal('AgreementRemoved'), agreement: id, removed: z.boolean() }),
  /** Participants are asked whether the summary is right, in a session of its own that is open until then. */
  z.strictObject({ type: z.literal('CheckPlanned'), check: id, until: z.number() }),
  /** What they said up to this place in its log is part of the summary from now on; null: nothing. */
  z.strictObject({ type: z.literal('CheckTaken'), check: id, upTo: z.nullable(z.int()) }),
] as const;

export type HarvestEvent = z.infer<(typeof harvestEvents)[number]>['type'];
