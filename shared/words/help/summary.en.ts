import type { reader as dutchReader, summary as nl } from './summary.nl.ts';

export const summary: typeof nl = {
  draft: {
    title: 'Who sees this summary?',
    says: [
      'As long as it is a draft: only you and the co-facilitators of the whole session.',
      'After Publish, participants read it on their phones. For the team you make a link.',
    ],
    find: 'publish draft share read visible',
  },
  hide: {
    title: 'How do I take something out?',
    says: [
      'Each answer has Hide. Readers then no longer see it, in old versions neither.',
      'Only words? Choose Cover words. You come to the desk, at that answer.',
      'A whole part? Choose Titles, order and hiding.',
    ],
    find: 'hide remove name cover leave out',
  },
  link: {
    title: 'How do I share it with the team?',
    says: [
      'Publish first. Then make a link, and choose how long it works. You may add a password.',
      'With Revoke the link no longer works. Open pages are then empty.',
    ],
    find: 'share link team password revoke mail',
  },
  downloads: {
    title: 'How do I take everything along?',
    says: [
      'Unfold Downloads. There is a PDF to read, Word to work on, and Excel to count with.',
      'The archive is everything. With it you put the session back in another installation.',
    ],
    find: 'download pdf word excel csv archive file export',
  },
  versions: {
    title: 'What is a version?',
    says: [
      'Each time you publish, you make a version. At the top you choose which one you read.',
      'What is withdrawn or hidden later goes from all versions.',
    ],
    find: 'version publish old new change',
  },
  comments: {
    title: 'Can the team react?',
    says: ['Yes, if you tick that at the link. You read the comments of all links and can hide one.'],
    find: 'reaction remark comment feedback',
  },
  check: {
    title: 'How do I ask whether the summary is right?',
    says: [
      'Choose Ask the participants. Choose the findings and for how many days the question is open.',
      'You get a link for the participants. You take the result along in the next version.',
    ],
    find: 'check participants verify member check',
  },
  kept: {
    title: 'How long does this stay?',
    says: ['At the summary it says in how many days everything is deleted. You change that on your start page.'],
    find: 'keep delete term days privacy',
  },
};

export const reader: typeof dutchReader = {
  what: {
    title: 'What do I read here?',
    says: [
      'This is what people said in one conversation. Each conclusion has the answers it rests on beside it.',
      'What people wrote stands here word for word. There are no names.',
    ],
    find: 'summary explanation report conversation quotes',
  },
  figures: {
    title: 'What do the bars and n mean?',
    says: [
      'A bar shows how often each judgement was given. n is how many answers count.',
      'Split means: the people who answered together did not agree.',
    ],
    find: 'figures numbers bar n split percent judgement',
  },
  again: {
    title: 'Can I see how the conversation went?',
    says: ['Yes, with Look back. You see what was on the big screen, from beginning to end.'],
    find: 'look back play film timeline replay',
  },
  react: {
    title: 'How do I react?',
    says: ['If the link allows it, each part has a field. Only who has this link reads along.'],
    find: 'reaction remark comment write',
  },
  print: {
    title: 'Can I print this?',
    says: ['Yes, with Print. On your computer you can also choose Save as PDF.'],
    find: 'print pdf paper save download',
  },
  gone: {
    title: 'Something is missing that was here before',
    says: ['People may withdraw an answer, also afterwards. The facilitator may hide something too.'],
    find: 'gone disappeared withdrawn hidden missing',
  },
};
