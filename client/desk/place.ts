import { isRehearsal } from '../../shared/rehearsal-id.ts';

/** Where this page was opened: with a key, with an invitation, at one session's desk, at one's own page, or at home. */
export type Place =
  | { kind: 'key'; key: string }
  | { kind: 'invitation'; invitation: string }
  /** To become a facilitator of this server, or to choose another passphrase. */
  | { kind: 'welcome'; invitation: string }
  /** `answer`: at this one of its answers. */
  | { kind: 'session'; session: string; answer: string | null }
  /** At home, asked how long this one is kept. */
  | { kind: 'keeping'; session: string }
  /** What to print for the room. */
  | { kind: 'print'; session: string }
  /** The operator's self-check. */
  | { kind: 'checkUp' }
  /** One's own passphrase, sign-ins, and who else there is. */
  | { kind: 'account' }
  /** Scripts of one's own. */
  | { kind: 'scripts' }
  | { kind: 'script'; script: string }
  /** Back from the organisation at which one signs in. */
  | { kind: 'organisation' }
  | { kind: 'home' };

const names: Record<string, 'key' | 'invitation' | 'welcome' | 'session' | 'keeping' | 'print'> = {
  sleutel: 'key',
  key: 'key',
  uitnodiging: 'invitation',
  invitation: 'invitation',
  welkom: 'welcome',
  welcome: 'welcome',
  sessie: 'session',
  session: 'session',
  oefen: 'session',
  rehearsal: 'session',
  bewaren: 'keeping',
  keep: 'keeping',
  printen: 'print',
  print: 'print',
};

/** A hash such as `#sessie=abc`, or `#sessie=abc&antwoord=step/unit/item/prompt`; a bare id is a session as well. */
export function placeOf(hash: string): Place {
  const text = hash.replace(/^#/, '');
  if (text === checkUpHash.slice(1) || text === 'check-up') return { kind: 'checkUp' };
  if (text === accountHash.slice(1) || text === 'account') return { kind: 'account' };
  if (text === scriptsHash.slice(1) || text === 'scripts') return { kind: 'scripts' };
  const [, script] = /^(?:draaiboek|script)=([A-Za-z0-9_-]{1,64})$/.exec(text) ?? [];
  if (script) return { kind: 'script', script };
  if (text === 'organisatie') return { kind: 'organisation' };
  const [name = '', value = ''] = text.includes('=') ? text.split(/=(.*)/s) : ['sessie', text];
  const kind = names[name];
  if (!kind || !value) return { kind: 'home' };
  if (kind === 'key') return { kind, key: decoded(value) };
  if (kind === 'invitation' || kind === 'welcome') return { kind, invitation: decoded(value) };
  const [, session, answer = null] = /^([A-Za-z0-9_-]{1,64})(?:&antwoord=([A-Za-z0-9_/-]{1,260}))?$/.exec(value) ?? [];
  if (!session) return { kind: 'home' };
  return kind === 'session' ? { kind, session, answer } : { kind, session };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The key in what somebody pasted: the key alone, or the whole address with it. */
export function keyIn(pasted: string): string {
  const text = pasted.trim();
  const hash = text.includes('#') ? text.slice(text.indexOf('#')) : '';
  const place = placeOf(hash);
  return place.kind === 'key' ? place.key.trim() : text;
}

export const checkUpHash = '#nakijken';
export const accountHash = '#aanmelding';
export const scriptsHash = '#draaiboeken';
export const scriptHash = (script: string): string => `#draaiboek=${script}`;
export const sessionHash = (session: string): string => `#${isRehearsal(session) ? 'oefen' : 'sessie'}=${session}`;
export const printHash = (session: string): string => `#printen=${session}`;
