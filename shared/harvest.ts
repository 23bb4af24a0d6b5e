/** What is made of answers and notes: a conclusion of the talk, or a proposal for the text that was talked about (voorstel). */
export const conclusionKinds = ['conclusion', 'proposal'] as const;
export type ConclusionKind = (typeof conclusionKinds)[number];

/** What became of a proposal: taken over, not, or later. */
export const proposalDecisions = ['taken', 'not', 'later'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];
