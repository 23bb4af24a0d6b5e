import { lateName, names } from './answers.ts';
import { joinAsPlayer, type Player } from './player.ts';
import { answerStep } from './playing.ts';

export type Room = { players: Player[]; stop: () => void };

type Options = {
  origin: string;
  /** The typed code or the secret of the session. */
  entry: string;
  pairs: number;
  perspectives: readonly string[];
  /** Milliseconds that a small act takes; tests make it short. */
  pace: number;
  wait: (milliseconds: number) => Promise<void>;
};

/** Whose phone loses the network, by number of arrival. */
const losesNetwork = 7;

/** A room of players that come in one by one and then answer whatever step is open, until stopped. */
export async function fillRoom({ origin, entry, pairs, perspectives, pace, wait }: Options): Promise<Room> {
  const players: Player[] = [];
  let open = true;
  const used = new Map<readonly string[], number>();
  function next(texts: readonly string[]): string {
    const at = used.get(texts) ?? 0;
    used.set(texts, at + 1);
    return texts[at % texts.length] ?? '';
  }

  async function enter(name: string, index: number): Promise<void> {
    const perspective = perspectives[index % perspectives.length];
    const player = await joinAsPlayer(origin, entry, {
      people: 1,
      perspectives: perspective ? [perspective] : [],
      name,
    });
    players.push(player);
    const habits = { index, pairs, next, pace, wait };
    let at = '';
    player.onChange(() => {
      const { step, runs, deals, seats } = player.state();
      const where = `${step} ${runs[step]?.openedAt} ${runs[step]?.closedAt} ${deals.size} ${seats.size}`;
      if (!open || where === at) return;
      at = where;
      answerStep(player, habits).catch(() => undefined);
      if (index === losesNetwork && runs[step]?.closedAt === null) void loseNetwork(player);
    });
  }

  async function loseNetwork(player: Player): Promise<void> {
    await wait(pace * 4);
    player.offline();
    await wait(pace * 9);
    if (open) player.online();
  }

  for (const [i, name] of names.slice(0, pairs * 2).entries()) {
    await enter(name, i);
    await wait(pace * 0.35);
  }
  // Somebody is always late.
  void wait(pace * 10)
    .then(() => (open ? enter(lateName, pairs * 2) : undefined))
    .catch(() => undefined);

  return {
    players,
    stop() {
      open = false;
      for (const player of players) player.stop();
    },
  };
}
