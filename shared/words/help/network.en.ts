import type { network as nl } from './network.nl.ts';

export const network: typeof nl = {
  offline: {
    title: 'Does it work without internet?',
    says: [
      'Yes. The laptop that runs the program is then the server. Phones only have to reach that laptop.',
      'You can use the laptop’s hotspot, or a small router that you bring.',
      'It is told step by step in docs/zonder-internet.md (in Dutch), in the program’s folder.',
    ],
    find: 'internet offline without wifi router hotspot local laptop server',
  },
  reach: {
    title: 'Phones cannot open the address',
    says: [
      'Is the phone on the same wifi network as the laptop? Turn mobile data off for a moment.',
      'Does the laptop ask whether the program may receive connections? Allow it: that is the firewall.',
      'Guest networks often keep devices apart. Then bring a router of your own.',
    ],
    find: 'address does not load firewall guest network reach connection localhost',
  },
  stay: {
    title: 'The phone says: no internet',
    says: ['That is so, and it does not matter. Choose to stay connected. Otherwise the phone changes networks.'],
    find: 'no internet message stay connected mobile data',
  },
  certificate: {
    title: 'The phone warns about the address',
    says: [
      'With a certificate of your own each phone warns once. Say so beforehand, or use http.',
      'With http answers travel unencrypted over the network, and a screen goes dark sooner.',
    ],
    find: 'https certificate unsafe warning lock http',
  },
  test: {
    title: 'What do I try the day before?',
    says: [
      'Turn everything on as in the room: router, laptop, wall and two phones. Then pull out the internet cable.',
      'Join, send an answer, and see it on the wall. Restart the laptop and do it again.',
    ],
    find: 'test try prepare day before rehearsal',
  },
};
