import type { Keep } from '../live/storage.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What belongs to this desk, whatever session is on it: kept in its browser. */
export class DeskSettings {
  theme = $state<Theme>('auto');
  /** Single keys do something (WCAG 2.1.4: can be turned off). */
  hasKeys = $state(true);
  /** Points out what may be missed; can be turned off. */
  hasCompass = $state(true);
  #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
    const kept = keep.get('ig.desk.theme');
    this.setTheme(themes.find((theme) => theme === kept) ?? 'auto');
    this.hasKeys = keep.get('ig.desk.keys') !== 'off';
    this.hasCompass = keep.get('ig.desk.compass') !== 'off';
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    this.#keep.set('ig.desk.theme', theme);
  }

  setCompass(on: boolean): void {
    this.hasCompass = on;
    this.#keep.set('ig.desk.compass', on ? 'on' : 'off');
  }

  setKeys(on: boolean): void {
    this.hasKeys = on;
    this.#keep.set('ig.desk.keys', on ? 'on' : 'off');
  }
}
