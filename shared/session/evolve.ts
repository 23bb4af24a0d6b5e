import type { EventType, Logged } from '../events.ts';
import { answerEvolutions } from './evolve/answers.ts';
import { commentEvolutions } from './evolve/comments.ts';
import { consentEvolutions } from './evolve/consent.ts';
import type { Evolution, Evolutions } from './evolve/evolution.ts';
import { harvestEvolutions } from './evolve/harvest.ts';
import { moderationEvolutions } from './evolve/moderation.ts';
import { penEvolutions } from './evolve/pen.ts';
import { peopleEvolutions } from './evolve/people.ts';
import { planEvolutions } from './evolve/plan.ts';
import { stepEvolutions } from './evolve/steps.ts';
import { themeEvolutions } from './evolve/themes.ts';
import { turnEvolutions } from './evolve/turns.ts';
import { wallEvolutions } from './evolve/wall.ts';
import type { SessionState } from './state.ts';
import { set } from './table.ts';
import { actOf } from './trail.ts';

/** A new event without its line here does not compile. */
const evolutions: Evolutions<EventType> = {
  ...stepEvolutions,
  ...planEvolutions,
  ...peopleEvolutions,
  ...penEvolutions,
  ...turnEvolutions,
  ...answerEvolutions,
  ...moderationEvolutions,
  ...wallEvolutions,
  ...harvestEvolutions,
  ...commentEvolutions,
  ...consentEvolutions,
  ...themeEvolutions,
};

/**
 * The one fold (S3): the same on the server and on every screen. Pure and total; `state` is never changed.
 * Events may come out of their log order where a screen is told of earlier ones later.
 */
export function evolve(state: SessionState, event: Logged): SessionState {
  const evolution = evolutions[event.type] as Evolution<EventType>;
  const next = evolution(state, event as never);
  let texts = next.texts;
  for (const [id, words] of Object.entries(event.texts ?? {})) texts = set(texts, id, words);
  const act = actOf(event);
  const trail = act ? set(next.trail, String(act.seq), act) : next.trail;
  return { ...next, texts, trail, seq: Math.max(state.seq, event.seq) };
}
