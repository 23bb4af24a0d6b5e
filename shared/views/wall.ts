/** What the wall draws of a session: pure look-ups; the screen only lays them out and measures. */
export * from './wall/boundary.ts';
export * from './wall/cards.ts';
export * from './wall/choices.ts';
export * from './wall/contrast.ts';
export * from './wall/distribution.ts';
export * from './wall/groups.ts';
export * from './wall/harvest.ts';
export * from './wall/judged.ts';
export * from './wall/pages.ts';
export * from './wall/room.ts';
export * from './wall/scene.ts';
export * from './wall/shift.ts';
export * from './wall/shorten.ts';
export * from './wall/themes.ts';
