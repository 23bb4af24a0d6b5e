/** What bringing a room together costs: 300 people, three rounds, nobody again with the same. */
import { formGroups, metKey, type Person } from '../../../shared/session/pairing.ts';

/** Milliseconds for three rounds, and how many sat together again. */
export function timePairing(people = 300, rounds = 3): { milliseconds: number; repeats: number } {
  const room = Array.from({ length: people }, (_, i): Person => {
    return { seat: `s${i}`, people: 1, perspectives: [['student', 'docent', 'client'][i % 3] ?? ''] };
  });
  const met = new Set<string>();
  let [milliseconds, repeats] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    const groups = formGroups(room, 2, met, round);
    milliseconds += performance.now() - from;
    for (const group of groups) {
      const keys = group.flatMap((a, i) => group.slice(i + 1).map((b) => metKey(a.seat, b.seat)));
      repeats += keys.filter((key) => met.has(key)).length;
      for (const key of keys) met.add(key);
    }
  }
  return { milliseconds, repeats };
}
