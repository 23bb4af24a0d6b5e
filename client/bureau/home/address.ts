const names: Record<string, 'key' | 'invitation'> = {
  sleutel: 'key',
  key: 'key',
  uitnodiging: 'invitation',
  invitation: 'invitation',
};

/** The key or invitation after the # of an address. */
export function secretIn(hash: string): { kind: 'key' | 'invitation'; secret: string } | null {
  const [name = '', value = ''] = hash.replace(/^#/, '').split(/=(.*)/s);
  const kind = names[name];
  return kind && value ? { kind, secret: value } : null;
}

/** The key in what somebody pasted: the key alone, or the whole address with it. */
export function keyIn(pasted: string): string {
  const text = pasted.trim();
  const found = text.includes('#') ? secretIn(text.slice(text.indexOf('#'))) : null;
  return found?.kind === 'key' ? found.secret.trim() : text;
}
