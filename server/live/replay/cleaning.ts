/** What a wall was told, as it may be shown now: the one place for what a replay leaves out (V4). */
import type { EventOf, Logged } from '../../../shared/events.ts';
import { stepOf } from '../../../shared/script-queries.ts';
import { agreementOf, conclusionOf, noteOf, ownOf, textsIn } from '../../../shared/session/selectors.ts';
import { movedBetween, shiftTable } from '../../../shared/session/shift.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import { isInHiddenPart } from '../../../shared/views/summary/arranged.ts';
import { buildVeil } from './veil.ts';

type Submitted = Logged<EventOf<'AnswerSubmitted'>>;

/** All that a wall's stream holds now: words by their id, and each answer as it is told last; a part that is hidden for readers is not. */
function heldIn(stream: readonly Logged[], now: SessionState) {
  const words = new Map<string, string>();
  const answers = new Map<string, Submitted>();
  for (const event of stream) {
    for (const [id, text] of Object.entries(event.texts ?? {})) words.set(id, text);
    if (event.type === 'AnswerSubmitted') answers.set(event.answer, event);
  }
  for (const id of answers.keys()) {
    const answer = get(now.answers, id);
    if (answer && isInHiddenPart(now, answer)) answers.delete(id);
  }
  return { words, answers };
}

/** The light was on something that is gone, or it was asked about: no screen knows anything of this name, so the picture is drawn without it. */
const noSuch = 'gone';

const placeOf = ({ step, item, prompt }: { step: string; item: string; prompt: string }) => `${step}/${item}/${prompt}`;

/** Reads the events of a wall in the order in which they were told; gives of each what may be shown now. */
export function buildCleaning(stream: readonly Logged[], now: SessionState): (event: Logged) => Logged[] {
  const held = heldIn(stream, now);
  const veil = buildVeil(now);
  /** Answers that the wall had at this moment and that are gone now, with where they were given. */
  const spoilt = new Map<string, string>();

  function withWords(event: Logged): Logged {
    const { texts = {}, ...bare } = event;
    const left = Object.keys(texts).flatMap((id) => (held.words.has(id) ? [[id, held.words.get(id) as string]] : []));
    return left.length ? { ...event, texts: Object.fromEntries(left) } : bare;
  }

  /** With these words in it, where they may be read. */
  const worded = (event: Logged, ...ids: (string | null)[]): Logged =>
    withWords({ ...event, texts: Object.fromEntries(ids.flatMap((id) => (id ? [[id, '']] : []))) });

  /** What was renamed or corrected bears its name of now, from the first moment on. */
  function named(event: Logged): Logged {
    switch (event.type) {
      case 'SessionPlanned':
      case 'DetailsChanged': {
        const { title, place, partner, collaboration } = now;
        return worded({ ...event, title, place, partner, collaboration }, title, place, partner, collaboration);
      }
      case 'NoteAdded':
      case 'NoteChanged': {
        const text = noteOf(now, event.note)?.text ?? event.text;
        return worded({ ...event, text }, text);
      }
      case 'AgreementMade': {
        const values = agreementOf(now, event.agreement)?.values ?? event.values;
        return worded({ ...event, values: { ...values } }, ...textsIn(values));
      }
      case 'ConclusionDrawn': {
        const text = conclusionOf(now, event.conclusion)?.text ?? event.text;
        return worded({ ...event, text }, text);
      }
      case 'ThemeNamed': {
        const name = get(now.themes, event.theme)?.name ?? event.name;
        return worded({ ...event, name }, name);
      }
      case 'SubgroupNamed': {
        const { name, place } = ownOf(now.subgroups, event.subgroup) ?? event;
        return worded({ ...event, name, place }, name, place);
      }
      default:
        return withWords(event);
    }
  }

  /** In the version that is there now, as it is read now: with its words covered. What was written before it is gone. */
  function submitted(event: Submitted): Logged[] {
    const last = held.answers.get(event.answer);
    if (!last) {
      spoilt.set(event.answer, placeOf(event));
      return [];
    }
    const { values, texts } = last.version === event.version ? last : event;
    return [withWords({ ...event, values, ...(texts && { texts }) })];
  }

  function left(event: Logged): Logged[] {
    switch (event.type) {
      case 'AnswerSubmitted':
        return submitted(event);
      case 'AnswerSpotlighted':
        return [event.answer === null || held.answers.has(event.answer) ? event : { ...event, answer: noSuch }];
      case 'AnswersGrouped': {
        const answers = event.answers.filter((answer) => held.answers.has(answer));
        return answers.length ? [{ ...event, answers }] : [];
      }
      case 'ContrastShown':
        // Reckoned with an answer that is gone, it would tell of it.
        return event.none === null && [...spoilt.values()].includes(placeOf(event)) ? [] : [event];
      case 'ShiftShown': {
        // So has a table in which somebody stands who took it back since.
        const step = stepOf(now.script, event.step);
        const holds = event.shifts.every((one) => {
          const last = step && shiftTable(now, step, event.item, one.prompt);
          return last && movedBetween(one, last).went === 0;
        });
        return [holds ? event : { ...event, shifts: [], none: 'changed' }];
      }
      case 'ConclusionAsked': {
        const text = event.conclusion && conclusionOf(now, event.conclusion)?.text;
        return [text && held.words.has(text) ? event : { ...event, conclusion: event.conclusion && noSuch }];
      }
      case 'TakenBack': {
        for (const answer of event.answers) spoilt.delete(answer);
        const answers = event.answers.filter((answer) => held.answers.has(answer));
        const gone = event.gone.filter((text) => held.words.has(text));
        return answers.length + gone.length ? [{ ...event, answers, gone }] : [];
      }
      default:
        return 'answer' in event && !held.answers.has(event.answer) ? [] : [named(event)];
    }
  }

  return (event) => left(event).map(veil);
}
