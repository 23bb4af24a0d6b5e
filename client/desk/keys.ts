import type { words } from '../../shared/words/desk.nl.ts';

export type KeyName = keyof typeof words.keys.names;
type Caps = keyof typeof words.keys.caps;
type Key = {
  /** What `KeyboardEvent.key` says, lower case for letters. */
  keys: readonly string[];
  with?: 'Shift' | 'Control';
  /** How the list shows them where that differs. */
  shown?: readonly string[];
};

/** Every key of the desk: the handler and the list of keys are both made from this. */
export const deskKeys: Record<KeyName, Key> = {
  next: { keys: ['PageDown'] },
  back: { keys: ['PageUp'] },
  extend: { keys: ['+'] },
  pause: { keys: ['t'] },
  blank: { keys: ['b', '.'] },
  freeze: { keys: ['s'] },
  mode: { keys: ['m'] },
  item: { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], shown: ['1', 'to', '9'] },
  pageForward: { keys: ['PageDown'], with: 'Shift' },
  pageBack: { keys: ['PageUp'], with: 'Shift' },
  down: { keys: ['ArrowDown'] },
  up: { keys: ['ArrowUp'] },
  spotlight: { keys: ['u'] },
  keep: { keys: ['k'] },
  hide: { keys: ['v'] },
  bundle: { keys: ['g'] },
  undo: { keys: ['z'], with: 'Control' },
  list: { keys: ['?'] },
};
export const keyNames = Object.keys(deskKeys) as KeyName[];

/** The caps to draw for a key, in order; `or` and `to` stand between them. */
export function capsOf(name: KeyName): string[] {
  const { keys, with: held, shown } = deskKeys[name];
  const caps = shown ?? keys.flatMap((key, i) => (i ? ['or', key] : [key]));
  return [...(held ? [held] : []), ...caps];
}
export const isCapWord = (cap: string, known: Record<Caps, string>): cap is Caps => Object.hasOwn(known, cap);

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Which key of the desk was pressed. Shift counts only where a key has a pair with it: "?" and "+" need it on some keyboards. */
export function keyPressed({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): KeyName | undefined {
  if (altKey) return undefined;
  const isHeld = ctrlKey || metaKey;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return keyNames.find((name) => {
    const { keys, with: held } = deskKeys[name];
    if (!keys.includes(pressed)) return false;
    if (isHeld || held === 'Control') return isHeld && held === 'Control' && !shiftKey;
    return key.length > 1 ? shiftKey === (held === 'Shift') : held !== 'Shift';
  });
}

const textTypes = ['text', 'search', 'number', 'date', 'email', 'url', 'tel', 'password'];

/** true where keys belong to a field: what is typed there is never a command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textTypes.includes(target.type) || target.type === 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
