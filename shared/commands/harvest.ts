/** What is taken along, and whether it is right: notes, conclusions, agreements and the check of the summary. */
import * as z from 'zod/mini';
import { conclusionKinds, proposalDecisions } from '../harvest.ts';
import { noteKinds } from '../script.ts';
import { answerIds, fieldValues, id, ids, shortText } from './parts.ts';

export const harvestCommands = [
  z.strictObject({
    type: z.literal('AddNote'),
    kind: z.enum(noteKinds),
    text: shortText,
    item: z.nullable(id),
    subgroup: z.nullable(id),
  }),
  z.strictObject({ type: z.literal('ChangeNote'), note: id, text: shortText }),
  z.strictObject({ type: z.literal('RemoveNote'), note: id, removed: z.boolean() }),
  /** Null: a new one. It always points to the answers it rests on; `notes`: what it was made of. */
  z.strictObject({
    type: z.literal('DrawConclusion'),
    conclusion: z.nullable(id),
    kind: z.enum(conclusionKinds),
    text: shortText,
    item: z.nullable(id),
    answers: answerIds,
    notes: ids,
  }),
  z.strictObject({ type: z.literal('RemoveConclusion'), conclusion: id, removed: z.boolean() }),
  /** Shows it to the room and asks each phone: "Klopt dit?"; null: no more. */
  z.strictObject({ type: z.literal('AskConclusion'), conclusion: z.nullable(id) }),
  z.strictObject({ type: z.literal('HideMinority'), conclusion: id, seat: id, hidden: z.boolean() }),
  z.strictObject({
    type: z.literal('DecideProposal'),
    conclusion: id,
    decision: z.nullable(z.enum(proposalDecisions)),
    reason: shortText,
  }),
  /** By the program: the session in which participants say whether the summary is right, and what is taken over from it. */
  z.strictObject({ type: z.literal('PlanCheck'), check: id, until: z.number().check(z.gte(0)) }),
  z.strictObject({ type: z.literal('TakeCheck'), check: id, upTo: z.nullable(z.int().check(z.gte(1))) }),
  /** afspraak; null: a new one. `values` by the fields that its step asks for. */
  z.strictObject({
    type: z.literal('MakeAgreement'),
    ...{ agreement: z.nullable(id), step: id, values: fieldValues },
  }),
  z.strictObject({ type: z.literal('RemoveAgreement'), agreement: id, removed: z.boolean() }),
] as const;
