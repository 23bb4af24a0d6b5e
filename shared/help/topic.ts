/** The screens that have help, and the room around them: each has its topics in `shared/words/help/`, in both languages. */
export const helpScreens = ['home', 'desk', 'wall', 'summary', 'reader', 'phone', 'network'] as const;
export type HelpScreen = (typeof helpScreens)[number];

/** One question and what to do. `find`: other words that people may look for. */
export type Topic = { title: string; says: readonly string[]; find: string };
