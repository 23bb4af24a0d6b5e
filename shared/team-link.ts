/** How long a team's link to the summary lasts, in days: a week, a month, three months. */
export const linkDays = [7, 30, 90] as const;
export type LinkDays = (typeof linkDays)[number];
/** Characters that its password has at least, if it has one. */
export const minPassword = 8;
