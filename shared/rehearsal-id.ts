/** What a session is called that is only rehearsed (oefensessie): no other id begins so. */
export const rehearsalPrefix = 'oefen-';
export const isRehearsal = (session: string): boolean => session.startsWith(rehearsalPrefix);
