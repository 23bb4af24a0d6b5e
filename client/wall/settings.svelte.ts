import type { Keep } from '../live/storage.ts';

/** zaalmaat: small, medium or large; how much larger words are set, and in how many columns cards stand. */
export const rooms = [
  { id: 's', size: 1, columns: 2 },
  { id: 'm', size: 1.2, columns: 2 },
  { id: 'l', size: 1.4, columns: 1 },
] as const;
export type Room = (typeof rooms)[number];
export type Theme = 'light' | 'dark';

/** What belongs to this screen in this room, whatever session is on it: kept in its browser. */
export class WallSettings {
  theme = $state<Theme>('light');
  /** Chosen at this screen; null: as the desk measured the room. */
  chosen = $state.raw<Room | null>(null);
  #measured = $state.raw<Room>(rooms[0]);
  readonly room: Room = $derived.by(() => this.chosen ?? this.#measured);
  calm = $state(false);
  #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
    this.setTheme(keep.get('ig.wall.theme') === 'dark' ? 'dark' : 'light');
    this.setRoom(rooms.find((room) => room.id === keep.get('ig.wall.room')) ?? null);
    this.setCalm(keep.get('ig.wall.calm') === 'yes');
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset['theme'] = theme;
    this.#keep.set('ig.wall.theme', theme);
  }

  /** By hand, at this screen; null: it follows the desk again. */
  setRoom(room: Room | null): void {
    this.chosen = room;
    this.#draw();
    if (room) this.#keep.set('ig.wall.room', room.id);
    else this.#keep.remove('ig.wall.room');
  }

  /** As the desk measured it. */
  follow(size: number): void {
    this.#measured = rooms.find((room) => room.size === size) ?? rooms[0];
    this.#draw();
  }

  #draw(): void {
    document.documentElement.style.setProperty('--room', String(this.room.size));
  }

  setCalm(calm: boolean): void {
    this.calm = calm;
    document.documentElement.toggleAttribute('data-calm', calm);
    this.#keep.set('ig.wall.calm', calm ? 'yes' : 'no');
  }
}
