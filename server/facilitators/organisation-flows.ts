import type { OrganisationNo } from '../../shared/organisation.ts';
import type { House } from '../house.ts';
import type { Credential, Facilitator } from '../store/store.ts';
import { type Asked, nameIn, type Organisation } from './organisation.ts';
import { buildPending } from './pending.ts';

/** Why somebody is sent to the organisation. */
export type Purpose = { to: 'signIn' } | { to: 'welcome'; invitation: string } | { to: 'link'; facilitator: string };
/** Who came back: by a hash of what the organisation calls them; `letsIn`: what is said of them lets them in uninvited. */
type Who = { id: string; name: string; letsIn: boolean };
export type Flow =
  | { at: 'asked'; asked: Asked; purpose: Purpose }
  | { at: 'back'; who: Who; purpose: Purpose }
  | { at: 'no'; why: OrganisationNo };
/** How an account came to be a facilitator's; by a claim: then that is asked each time. */
type Facts = { by: 'invitation' | 'claim' | 'link' };
const factsOf = ({ facts }: Credential): Facts => JSON.parse(facts) as Facts;

/** Who is on the way to the organisation, and back: each once, in one browser, and soon. */
export function buildFlows({ store, access, clock }: House, organisation: Organisation, lifetime: number) {
  const flows = buildPending<Flow>(store, access, clock, lifetime);

  async function known(id: string): Promise<{ credential: Credential; facilitator: Facilitator } | undefined> {
    const [credential] = await store.credentials({ kind: 'organisation', id });
    const facilitator = credential && (await store.facilitator(credential.facilitator));
    return facilitator && { credential, facilitator };
  }
  async function backFrom(query: string, { asked, purpose }: Flow & { at: 'asked' }): Promise<Flow> {
    const came = await organisation.comeBack(query, asked);
    if ('why' in came) return { at: 'no', why: came.why };
    const { id } = came.known;
    const here = await known(id);
    const asksMore = here ? factsOf(here.credential).by === 'claim' : purpose.to !== 'link';
    const claims = asksMore ? await organisation.more(came.known) : came.known.claims;
    return { at: 'back', who: { id, name: nameIn(claims), letsIn: organisation.letsIn(claims) }, purpose };
  }

  return {
    known,
    take: flows.take,
    keep: flows.add,
    async begin(purpose: Purpose): Promise<{ secret: string; url: string } | undefined> {
      const sent = await organisation.ask();
      return sent && { secret: await flows.add({ at: 'asked', asked: sent.asked, purpose }), url: sent.url };
    },
    /** What to finish it by; undefined: nobody here went there, or too long ago. */
    async comeBack(secret: string | undefined, query: string): Promise<string | undefined> {
      const flow = await flows.take(secret);
      return flow?.at === 'asked' ? flows.add(await backFrom(query, flow)) : undefined;
    },
    /** Notes that it was used; false: it is gone, or what let them in is no longer said of them. */
    async mayStillComeIn(credential: Credential, { letsIn }: Who): Promise<boolean> {
      if (factsOf(credential).by === 'claim' && !letsIn) return false;
      return store.renewCredential(credential.id, { usedAt: clock(), facts: credential.facts });
    },
    /** False: it is somebody's. */
    add: (id: string, facilitator: string, by: Facts['by']): Promise<boolean> =>
      store.addCredential({
        ...{ id, kind: 'organisation', facilitator, name: '', createdAt: clock(), usedAt: null },
        facts: JSON.stringify({ by } satisfies Facts),
      }),
  };
}
