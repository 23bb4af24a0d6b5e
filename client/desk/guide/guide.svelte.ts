import type { Home } from '../../../shared/api.ts';
import type { Language } from '../../../shared/script.ts';
import { call } from '../../live/api.ts';
import type { Keep } from '../../live/storage.ts';
import { today } from '../home/home.svelte.ts';
import type { Ticks } from '../ready/ticks.svelte.ts';

export const guideSteps = ['made', 'wall', 'phone', 'started', 'shown', 'summary'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** In which session somebody practises: kept in this browser; 'off' where they want no guide. */
const key = 'ig.guide';
export const practiceScript = 'oefensessie';

export const guidedSession = (keep: Keep): string | null => {
  const kept = keep.get(key);
  return kept === 'off' ? null : kept;
};
export const isGuideOff = (keep: Keep): boolean => keep.get(key) === 'off';
export const guideTo = (keep: Keep, session: string): void => keep.set(key, session);
export const endGuide = (keep: Keep): void => keep.set(key, 'off');

/** What was done: the session is there, and the rest as it was seen. */
export const isStepDone = (step: GuideStep, ticks: Ticks | null): boolean =>
  ticks !== null && (step === 'made' || ticks.has(step));

/** The session's id; nothing where it could not be made. */
export async function makePractice(home: Home, language: Language, title: string): Promise<string | undefined> {
  const script = home.scripts.find(({ id }) => id === practiceScript);
  if (!script) return undefined;
  const made = await call<{ session: string }>('POST', '/api/sessions', {
    ...{ script: script.id, language, title, date: today(), pairing: 'self' },
    ...{ place: '', partner: '', collaboration: '', fillIns: {} },
  });
  return made.ok ? made.body.session : undefined;
}
