/** How large words have to be in this room, so that the last row reads them (SCREENS 3.4: ISO 9241 asks 16 arc minutes). */
import type { RoomSize } from '../../session/state.ts';

const roomSizes = [1, 1.2, 1.4] as const;
/** An answer is this high on a picture of 1920 wide, and its capitals this part of that (Literata). */
const answer = 36;
const capital = 0.701;
const enough = 16;
const minutesPerRadian = (180 / Math.PI) * 60;

/** How high an answer's capitals stand for the last row, in arc minutes. */
const arcMinutes = ({ width, distance }: RoomSize, size: number): number =>
  Math.atan((answer * size * capital * width) / 1920 / distance) * minutesPerRadian;

/** The smallest size that the last row can read; `isEnough` false: not even the largest, then the spotlight helps. */
export function sizeForRoom(room: RoomSize): { size: (typeof roomSizes)[number]; isEnough: boolean } {
  const size = roomSizes.find((one) => arcMinutes(room, one) >= enough);
  return { size: size ?? 1.4, isEnough: size !== undefined };
}
