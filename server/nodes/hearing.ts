import { recheckRights } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import type { Bell } from '../live/bell.ts';
import type { Host } from '../live/session-host.ts';
import type { News } from './news.ts';
import type { Nodes } from './nodes.ts';

/** A store that did not answer for so long (ms) is out of reach: phones find another node. */
const cutAfter = 8_000;
/** What hardly ever changes is looked at each so many looks. */
const doorsEach = 5;

type Here = {
  house: House;
  nodes: Nodes;
  /** Of this node alone. */
  bell: Bell;
  /** Whether this node reaches the store; where not, its lines are closed until it does. */
  reaches: (isReached: boolean) => void;
};

/** What this node does with what others tell, and the slow look by which it learns what was never heard. Gives what ends it. */
export function openNodes({ house, nodes, bell, reaches }: Here): () => void {
  const { hosts, doorSigns, store, clock } = house;
  if (nodes.isAlone) return () => {};

  const withHost = (session: string, work: (host: Host) => unknown) =>
    void hosts
      .hostHere(session)
      .then((host) => host && work(host))
      // A store that does not answer is asked again at the next look.
      .catch(() => undefined);

  /** Where nobody hears it, it is read once somebody asks: a phone may have joined here that has its line elsewhere. */
  const isHeard = ({ connections, session }: Host) => connections.size > 0 || bell.isHeard(session);

  const tellAll = async (): Promise<void> => {
    for (const host of await hosts.openOnes()) host.tellOthers();
  };

  const does: { [K in News['kind']]?: (news: Extract<News, { kind: K }>) => void } = {
    grew({ logs }) {
      for (const [session, seq] of logs)
        withHost(session, (host) => {
          host.hint(seq);
          return host.isBehind() && isHeard(host) && host.readOn();
        });
    },
    draft: ({ session, seq, place, ago }) => withHost(session, (host) => host.hearDraft(place, seq, clock() - ago)),
    who: () => void tellAll(),
    ended: ({ session }) => void hosts.endedElsewhere(session),
    rights: () => void recheckRights(house).catch(() => undefined),
    ring: ({ session }) => bell.ring(session),
    door: ({ session }) => withHost(session, (host) => doorSigns.show(host)),
  };

  let looks = 0;
  /** Everything that a hint may have been about. */
  async function look(): Promise<void> {
    looks += 1;
    // Before the store is asked: what is made after that is not there for that reason.
    const open = await hosts.allOnes();
    const entries = new Map((await store.sessions()).map((entry) => [entry.session, entry]));
    for (const host of open) {
      const entry = entries.get(host.session);
      if (!entry) await hosts.endedElsewhere(host.session);
      else if (!host.damage && entry.seq > host.state.seq && isHeard(host)) await host.readOn();
    }
    await recheckRights(house, entries);
    if (looks % doorsEach === 0) for (const host of open) await doorSigns.show(host);
  }

  let isLooking = false;
  async function lookOnce(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    // A store that does not answer is asked again the next time.
    await look().catch(() => undefined);
    isLooking = false;
  }
  let isAsking = false;
  /** A look is many questions, and takes long on a node that is busy: whether the store answers at all is asked by itself. */
  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    await store.ownerOf('').then(
      () => reached(true),
      () => undefined,
    );
    isAsking = false;
  }
  let reachedAt = performance.now();
  let wasReached = true;
  function reached(isReached: boolean): void {
    if (isReached) reachedAt = performance.now();
    if (isReached !== wasReached) reaches(isReached);
    wasReached = isReached;
  }
  nodes.open({
    news: (news) => (does[news.kind] as ((one: News) => void) | undefined)?.(news),
    missed() {
      void lookOnce();
      bell.ringAll();
    },
    company: (session) => withHost(session, (host) => host.heard()),
  });
  const timer = setInterval(() => {
    if (performance.now() - reachedAt > cutAfter) reached(false);
    void ask();
    void lookOnce();
  }, nodes.lookEvery).unref();
  return () => clearInterval(timer);
}
