/** Events hold no words, only name them; what is in their schema is what the rest of the program goes by (P2, V1). */
import { describe, expect, test } from 'vitest';
import { eventSchema, type Logged, textIdsOf } from '../../shared/events.ts';
import { audience } from '../../shared/views/audience.ts';
import { eventSchemas, fullSample } from '../support/fold-samples.ts';
import { joinMany, judged, openRoom, openStep, seatActor, submit, text } from '../support/room.ts';

const samples = eventSchemas.map(fullSample).map((sample) => ({ kind: sample.event.type, ...sample }));

describe.each(samples)('$kind', ({ event, texts }) => {
  test('textIdsOf names every text that its schema has', () => {
    expect([...textIdsOf(event)].sort()).toEqual(event.type === 'TakenBack' ? [] : [...texts].sort());
  });

  test('its sample fits the schema, and nothing may stand beside it', () => {
    expect(eventSchema.safeParse(event).success).toBe(true);
    expect(eventSchema.safeParse({ ...event, words: 'Geheim' }).success).toBe(false);
  });

  test('the gate tells the desk all of it, and signs it for nobody else (V1)', () => {
    const { state } = openRoom();
    const logged: Logged = { ...event, seq: 9, at: 0, by: 'desk:fac1' };
    const { told } = audience(logged, state, state);
    expect(told[0]).toEqual({ to: 'desk', events: [logged] });
    for (const { events } of told.slice(1)) for (const { by } of events) expect(by).toBe('');
  });
});

test('given a room where all sorts of things were written, then every stored event fits its schema and holds no words (P2)', () => {
  const room = openRoom();
  const [a = '', b = ''] = joinMany(room, 4, { name: 'Canary' });
  openStep(room, 'pairs');
  const values = { judgement: judged('nee'), why: text('Canary') };
  const answer = submit(room, a, { step: 'pairs', item: 'def', prompt: 'recognisable' }, values);
  room.must({ type: 'AddNote', kind: 'question', text: 'Canary', item: null, subgroup: null });
  room.must({ type: 'PublishSummary', introduction: 'Canary' });
  room.must({
    type: 'ChangeDetails',
    title: 'Canary',
    date: '2026-11-23',
    place: 'Canary',
    partner: '',
    collaboration: '',
  });
  room.must({ type: 'SpotlightAnswer', answer });
  room.must({ type: 'LeaveSession' }, seatActor(b));
  for (const { seq: _, at: __, by: ___, texts, ...event } of room.log) {
    expect(eventSchema.safeParse(event).error).toBeUndefined();
    expect(JSON.stringify(event)).not.toContain('Canary');
    for (const id of Object.keys(texts ?? {})) expect(textIdsOf(event)).toContain(id);
  }
});
