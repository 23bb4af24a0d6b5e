/** Whether `?` was pressed to ask for help: not in a field, not over a dialog, and not where keys are turned off (WCAG 2.1.4). */
export function asksHelp({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (key !== '?' || ctrlKey || metaKey || altKey || defaultPrevented) return false;
  const isField = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return !isField && document.querySelector('dialog[open]') === null && !areKeysOff();
}

function areKeysOff(): boolean {
  try {
    return localStorage.getItem('ig.desk.keys') === 'off';
  } catch {
    return false;
  }
}
