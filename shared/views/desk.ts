/** What the desk draws of a session: pure look-ups. The desk is told everything, so nothing here is about who may know. */
export * from './desk/answers.ts';
export * from './desk/bundles.ts';
export * from './desk/compass.ts';
export * from './desk/conclusions.ts';
export * from './desk/coverage.ts';
export * from './desk/figures.ts';
export * from './desk/plan.ts';
export * from './desk/proposal.ts';
export * from './desk/room.ts';
export * from './desk/seating.ts';
export * from './desk/unclear.ts';
export * from './desk/undo.ts';
export * from './desk/wall-modes.ts';
