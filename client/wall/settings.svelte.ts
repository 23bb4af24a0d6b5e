import type { Keep } from '../live/storage.ts';

/** zaalmaat: small, medium or large; how much larger words are set, and how many cards fit on a page. */
export const rooms = [
  { id: 's', size: 1, columns: 2, perColumn: 3 },
  { id: 'm', size: 1.2, columns: 2, perColumn: 2 },
  { id: 'l', size: 1.4, columns: 1, perColumn: 3 },
] as const;
export type Room = (typeof rooms)[number];
export type Theme = 'light' | 'dark';

/** What belongs to this screen in this room, whatever session is on it: kept in its browser. */
export class WallSettings {
  theme = $state<Theme>('light');
  room = $state.raw<Room>(rooms[0]);
  calm = $state(false);
  #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
    this.setTheme(keep.get('ig.wall.theme') === 'dark' ? 'dark' : 'light');
    this.setRoom(rooms.find((room) => room.id === keep.get('ig.wall.room')) ?? rooms[0]);
    this.setCalm(keep.get('ig.wall.calm') === 'yes');
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
    this.#keep.set('ig.wall.theme', theme);
  }

  setRoom(room: Room): void {
    this.room = room;
    document.documentElement.style.setProperty('--room', String(room.size));
    this.#keep.set('ig.wall.room', room.id);
  }

  setCalm(calm: boolean): void {
    this.calm = calm;
    document.documentElement.toggleAttribute('data-calm', calm);
    this.#keep.set('ig.wall.calm', calm ? 'yes' : 'no');
  }
}
