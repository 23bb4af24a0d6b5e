import type { FieldValue, FieldValues } from '../../../shared/commands.ts';
import type { Prompt, Step } from '../../../shared/script.ts';
import { answerableItems, stepOf } from '../../../shared/script-queries.ts';
import {
  activeUnits,
  answersOf,
  dealtItems,
  isFromPaper,
  isUndone,
  presentSeats,
  runOf,
  seatOf,
  textOf,
  unitOf,
} from '../../../shared/session/selectors.ts';
import { type Answer, answerIdOf, type Seat, type Unit } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import { isAsked } from '../../fields/is-asked.ts';
import type { Desk } from '../session/desk.svelte.ts';
import { wording } from '../wording.svelte.ts';

type ByNumber<T> = { number: number } & T;

/** One paper on its way in: whose it is, about what, and what it says. */
export class PaperForm {
  readonly #desk: Desk;
  #step = $state('');
  #unit = $state('');
  #item = $state('');
  #prompt = $state('');
  /** What was filled in here; before that, what the desk entered earlier. */
  #filled = $state.raw<FieldValues | null>(null);

  /** Every step that was open once and asks something. */
  readonly steps: Step[] = $derived.by(() =>
    this.#desk.state.script.steps.filter(({ id, prompts }) => prompts.length > 0 && runOf(this.#desk.state, id)),
  );
  readonly step: Step | undefined = $derived.by(() => stepOf(this.#desk.state.script, this.#step) ?? this.steps.at(-1));
  /** Who may have filled in a paper: who is here, and whose answers are here already. */
  readonly units: Unit[] = $derived.by(() => {
    const { state } = this.#desk;
    const answered = this.step ? answersOf(state, this.step.id).flatMap(({ unit }) => unitOf(state, unit) ?? []) : [];
    return [...new Set([...activeUnits(state), ...answered])].sort((a: ByNumber<Unit>, b) => a.number - b.number);
  });
  readonly seats: Seat[] = $derived.by(() => presentSeats(this.#desk.state));
  /** How many people answer as one. */
  readonly people = $derived.by(() => this.units.find(({ unit }) => unit === this.unit)?.people ?? 0);
  readonly isAlone = $derived.by(() => this.step?.form === 'individual');
  readonly unit = $derived.by(() => {
    const ids = this.isAlone ? this.seats.map(({ seat }) => seat) : this.units.map(({ unit }) => unit);
    if (ids.includes(this.#unit)) return this.#unit;
    const seat = this.isAlone
      ? unitOf(this.#desk.state, this.#unit)?.seats[0]
      : seatOf(this.#desk.state, this.#unit)?.unit;
    return seat ?? ids[0] ?? '';
  });
  readonly items: readonly string[] = $derived.by(() =>
    this.step ? answerableItems(this.#desk.state.script, this.step) : [],
  );
  readonly item = $derived.by(() => {
    const dealt = this.step ? dealtItems(this.#desk.state, this.step.id, this.unit) : [];
    return this.items.includes(this.#item) ? this.#item : (dealt[0] ?? this.items[0] ?? '');
  });
  readonly prompt: Prompt | undefined = $derived.by(
    () => this.step?.prompts.find(({ id }) => id === this.#prompt) ?? this.step?.prompts[0],
  );
  readonly place = $derived.by(() => ({
    ...{ unit: this.unit, step: this.step?.id ?? '', item: this.item, prompt: this.prompt?.id ?? '' },
  }));
  readonly answer: Answer | undefined = $derived.by(() => get(this.#desk.state.answers, answerIdOf(this.place)));
  /** The people answered (or withdrew) here themselves. */
  readonly isTheirs = $derived.by(() => this.answer !== undefined && !isFromPaper(this.answer));
  /** What the desk entered here before. */
  readonly entered: FieldValues | undefined = $derived.by(() =>
    this.answer && isFromPaper(this.answer) && !isUndone(this.answer) ? this.#valuesOf(this.answer) : undefined,
  );
  readonly values: FieldValues = $derived.by(() => this.#filled ?? this.entered ?? {});
  readonly fields = $derived.by(() => {
    const { prompt } = this;
    return prompt?.fields.filter((field) => isAsked(field, prompt, this.values)) ?? [];
  });

  constructor(desk: Desk, unit: string | null) {
    this.#desk = desk;
    this.#unit = unit ?? '';
    const about = desk.answered ?? desk.answers.step;
    this.#step = about?.id ?? '';
  }

  choose(part: 'step' | 'unit' | 'item' | 'prompt', id: string): void {
    if (part === 'step') this.#step = id;
    if (part === 'unit') this.#unit = id;
    if (part === 'item') this.#item = id;
    if (part === 'prompt') this.#prompt = id;
    this.#filled = null;
  }
  fill(field: string, value: FieldValue | undefined): void {
    const { [field]: _, ...others } = this.values;
    this.#filled = value ? { ...others, [field]: value } : others;
  }

  /** Enters it, with the way back: to what was entered before, or to nothing. */
  async enter(said: string): Promise<boolean> {
    const { place, entered: before } = this;
    const asked = new Set(this.fields.map(({ id }) => id));
    const values = Object.fromEntries(Object.entries(this.values).filter(([id]) => asked.has(id)));
    const undo = before
      ? ({ type: 'SubmitAnswer', ...place, values: before } as const)
      : ({ type: 'WithdrawAnswer', answer: answerIdOf(place) } as const);
    const done = await this.#desk.act({ type: 'SubmitAnswer', ...place, values }, said, () => [undo]);
    if (done) this.#filled = null;
    return done;
  }
  async takeAway(): Promise<void> {
    const { place, entered: before } = this;
    if (!before) return;
    this.#filled = null;
    await this.#desk.act({ type: 'WithdrawAnswer', answer: answerIdOf(place) }, wording.words.paper.takenAway, () => [
      { type: 'SubmitAnswer', ...place, values: before },
    ]);
  }

  #valuesOf({ values }: Answer): FieldValues {
    const words = (text: string) => textOf(this.#desk.state, text);
    return Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        value.kind === 'text' ? { kind: 'text', text: words(value.text) } : structuredClone(value),
      ]),
    );
  }
}
