import { unstarred } from './answers.ts';
import { left } from './people.ts';
import { type Tellings, unsigned } from './telling.ts';

export const consentTellings: Tellings<'NoticeSet' | 'ConsentSet' | 'PersonErased'> = {
  /** Who joins reads it before there is a stream; who is in asks for it. */
  NoticeSet: (_event, before) => ({
    told: [],
    takenBack: { texts: [before.notice.purpose, before.notice.contact].flatMap((text) => text ?? []), keep: [] },
  }),
  ConsentSet: ({ texts: _, ...event }) => ({
    told: [{ to: `seat:${event.seat}`, events: [unsigned({ ...event, shown: null })] }],
  }),
  PersonErased: (event, before, after) => {
    const telling = left(event, before, after);
    return { ...telling, told: [...telling.told, ...unstarred(event, before, event.seat)], erased: event.erased };
  },
};
