import type { ServerToClient } from '../../shared/protocol.ts';
import type { Io } from './gateway.ts';

/** Sockets in one turn of the loop: of a hall of thousands each write is small, and all together would hold up every answer. */
const perTurn = 64;

/**
 * Tells all in a room the latest of a thing that grows old: a slice of them a turn, encoded once a slice. What is told
 * next takes the place of what was not told yet, so that nobody hears the older after the newer.
 */
export function buildSlices(io: Io) {
  const underway = new Map<string, string[]>();

  function tellNext<Name extends keyof ServerToClient>(
    room: string,
    waiting: string[],
    name: Name,
    parts: Parameters<ServerToClient[Name]>,
  ): void {
    if (underway.get(room) !== waiting) return;
    // Each socket is in a room of its own; who left meanwhile is in none.
    const slice = waiting.splice(-perTurn);
    if (slice.length > 0) io.local.to(slice).emit(name, ...parts);
    if (waiting.length > 0) setImmediate(() => tellNext(room, waiting, name, parts));
    else underway.delete(room);
  }

  return <Name extends keyof ServerToClient>(room: string, name: Name, ...parts: Parameters<ServerToClient[Name]>) => {
    const all = io.of('/').adapter.rooms.get(room) ?? new Set<string>();
    // Who did not hear the one before goes first, or would never hear one while there is always another.
    const late = (underway.get(room) ?? []).filter((id) => all.has(id));
    const waiting = [...(late.length > 0 ? all.difference(new Set(late)) : all), ...late];
    underway.set(room, waiting);
    tellNext(room, waiting, name, parts);
  };
}
