import type { CommandOf, FieldValue, FieldValues } from '../../../shared/commands.ts';
import type { RefusalReason } from '../../../shared/refusals.ts';
import type { Prompt, Step } from '../../../shared/script.ts';
import { isOpen, unitOf } from '../../../shared/session/selectors.ts';
import { type Answer, answerIdOf } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import type { Room } from '../room.ts';
import {
  draftKey,
  type LocalDraft,
  type Place,
  parseDraft,
  readDraft,
  readOwn,
  writeDraft,
  writeOwn,
} from './drafts.ts';
import { areSame, hasContent, isWithin, sendable, tooLong, valuesOfAnswer } from './values.ts';

export type PageStatus = 'empty' | 'draft' | 'sending' | 'sent';
type ByPrompt<T> = Readonly<Record<string, T | undefined>>;

const shareEvery = 300;

/**
 * One item's questions as this unit answers them: what is shown, whose pen it is, what is kept, what is sent.
 * Nothing written is ever dropped (A3); "sent" is only said of what the server has acknowledged (A4).
 */
export class AnswerPage {
  readonly place: Place;
  readonly step: Step;
  refused = $state<RefusalReason | null>(null);
  #room: Room;
  #local = $state.raw<ByPrompt<LocalDraft>>({});
  #own = $state.raw<ByPrompt<FieldValues[]>>({});
  /** Sent and acknowledged, while the event itself may still be on its way here. */
  #acknowledged = $state.raw<ByPrompt<{ values: FieldValues; seq: number }>>({});
  /** Asked for the pen: until this seq has been folded. */
  #wantsPen = $state<number | null>(null);
  #unshared = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Room, step: Step, place: Place) {
    this.#room = room;
    this.step = step;
    this.place = place;
    const { keep, seat } = room;
    for (const { id } of step.prompts) {
      this.#own = { ...this.#own, [id]: readOwn(keep, seat, place, id) };
      this.#local = { ...this.#local, [id]: readDraft(keep, seat, place, id) };
      // Answered elsewhere since: that is what counts now, and one's own version is offered beside it.
      const answer = this.answer(id);
      const local = this.#local[id];
      if (!local || !answer || answer.version <= local.base || this.#pendingFor(id)) continue;
      this.#setAside(id, local.values, this.submitted(id) ?? {});
      this.#setLocal(id, undefined);
    }
    addEventListener('storage', this.#otherTab);
    document.addEventListener('visibilitychange', this.#laidDown);
  }

  stop(): void {
    removeEventListener('storage', this.#otherTab);
    document.removeEventListener('visibilitychange', this.#laidDown);
    this.#share();
  }

  get open(): boolean {
    return isOpen(this.#room.live.state, this.step.id);
  }

  get #penHolder(): string | null {
    const unit = unitOf(this.#room.live.state, this.place.unit);
    return unit && unit.seats.length > 1 ? unit.pen : this.#me;
  }
  get #me(): string {
    return this.#room.seat.seat;
  }
  /** The seat that types now, where that is somebody else. */
  get typist(): string | null {
    const holder = this.#penHolder;
    return holder && holder !== this.#me && this.#wantsPen === null ? holder : null;
  }
  get hasPen(): boolean {
    return this.#penHolder === this.#me;
  }
  get locked(): boolean {
    return this.typist !== null || !this.open;
  }

  answer(prompt: string): Answer | undefined {
    return get(this.#room.live.state.answers, answerIdOf({ ...this.place, prompt }));
  }
  submitted(prompt: string): FieldValues | undefined {
    return valuesOfAnswer(this.#room.live.state, this.answer(prompt));
  }
  /** The unit's text as the server knows it: the latest draft, or what was submitted after it. */
  #shared(prompt: string): FieldValues {
    const draft = this.#room.live.drafts[answerIdOf({ ...this.place, prompt })];
    const answer = this.answer(prompt);
    return draft && draft.at > (answer?.at ?? 0) ? draft.values : (this.submitted(prompt) ?? {});
  }
  /** What the server has acknowledged last. */
  #sentValues(prompt: string): FieldValues | undefined {
    const sent = this.#acknowledged[prompt];
    return sent && sent.seq > this.#room.live.state.seq ? sent.values : this.submitted(prompt);
  }
  /** What stands in the form. */
  values(prompt: string): FieldValues {
    return (this.typist ? undefined : this.#local[prompt]?.values) ?? this.#shared(prompt);
  }

  /** The prompts with something written, here or by this unit elsewhere, that is neither sent nor under way. */
  get unsent(): Prompt[] {
    if (this.typist) return [];
    return this.step.prompts.filter((prompt) => {
      const known = this.#pendingFor(prompt.id) ?? this.#sentValues(prompt.id);
      return !areSame(sendable(prompt, this.values(prompt.id)), known);
    });
  }
  /** Whether all that is not sent stands on this phone too, and not only with the server. */
  get isKeptHere(): boolean {
    return this.unsent.every(({ id }) => this.#local[id]);
  }
  /** Submitted before, and emptied here: withdrawing is done elsewhere, with open eyes. */
  get emptied(): boolean {
    return this.unsent.some((prompt) => !hasContent(sendable(prompt, this.values(prompt.id))));
  }
  get tooLong(): boolean {
    return this.step.prompts.some((prompt) => tooLong(prompt, this.values(prompt.id)));
  }
  get status(): PageStatus {
    if (this.unsent.length > 0) return 'draft';
    if (this.step.prompts.some(({ id }) => this.#pendingFor(id))) return 'sending';
    return this.step.prompts.some(({ id }) => this.#sentValues(id)) ? 'sent' : 'empty';
  }
  /** The partner is changing what was sent. */
  get busyElsewhere(): boolean {
    return this.typist !== null && this.step.prompts.some(({ id }) => !areSame(this.#shared(id), this.submitted(id)));
  }

  change(prompt: string, field: string, value: FieldValue | undefined): void {
    const { [field]: _, ...others } = this.values(prompt);
    this.refused = null;
    this.#write(prompt, value ? { ...others, [field]: value } : others);
    // Without a network nobody is interrupted unasked: the next key after it is back asks for the pen.
    if (this.#penHolder === null && this.#wantsPen === null && this.#room.live.status === 'online') this.#askForPen();
  }

  /** "Ik typ verder": on from the latest that is shared; one's own text that differs is kept beside it. */
  takePen(): void {
    for (const { id } of this.step.prompts) {
      const shared = this.#shared(id);
      const local = this.#local[id]?.values;
      if (local) this.#setAside(id, local, shared);
      const isSubmitted = areSame(shared, this.submitted(id));
      this.#setLocal(id, isSubmitted ? undefined : { values: shared, base: this.answer(id)?.version ?? 0 });
    }
    this.#askForPen();
  }

  /** One's own version that a partner's text took the place of. */
  own(prompt: string): FieldValues | undefined {
    const local = this.typist ? this.#local[prompt]?.values : undefined;
    const versions = [...(this.#own[prompt] ?? []), ...(local ? [local] : [])];
    return versions.findLast((version) => hasContent(version) && !isWithin(version, this.values(prompt)));
  }
  putBack(prompt: string, version: FieldValues): void {
    if (this.typist) this.takePen();
    this.#setAside(prompt, this.values(prompt), version);
    this.#setOwn(
      prompt,
      (this.#own[prompt] ?? []).filter((other) => !areSame(other, version)),
    );
    this.#write(prompt, version);
  }

  /** Sends what is filled in and changed; true when the server has acknowledged all of it. */
  async send(): Promise<boolean> {
    this.refused = null;
    const { live } = this.#room;
    if (this.withdraws) return this.#withdrawAll();
    const sent = this.unsent.flatMap((prompt) => {
      const values = sendable(prompt, this.values(prompt.id));
      if (!hasContent(values)) return [];
      const answered = live.send({ type: 'SubmitAnswer', ...this.place, prompt: prompt.id, values });
      return [
        answered.then((result) =>
          result.ok ? this.#stored(prompt.id, values, result.seq) : this.#no(result.refusal.reason),
        ),
      ];
    });
    return (await Promise.all(sent)).every(Boolean) && sent.length > 0;
  }

  /** "Niet bewaren" was chosen. */
  get withdraws(): boolean {
    return this.step.prompts.some((prompt) =>
      prompt.fields.some((field) => {
        const value = this.values(prompt.id)[field.id];
        const chosen = value?.kind === 'choice' ? value.choices : [];
        return field.kind === 'choice' && field.options.some((o) => o.withdraws && chosen.includes(o.id));
      }),
    );
  }

  /** Forgets what the server has, and that the pen was asked for; to be called when the state has changed. */
  settle(): void {
    const { state } = this.#room.live;
    for (const { id } of this.step.prompts) {
      const local = this.#local[id];
      const submitted = this.submitted(id);
      if (local && submitted && areSame(local.values, submitted) && !this.typist) this.#setLocal(id, undefined);
    }
    if (this.#wantsPen !== null && (this.hasPen || state.seq >= this.#wantsPen)) this.#wantsPen = null;
    if (this.typist) this.#share();
  }

  async #withdrawAll(): Promise<boolean> {
    const answers = this.step.prompts.flatMap(({ id }) => (this.submitted(id) ? [this.answer(id)] : []));
    for (const { id } of this.step.prompts) this.#setLocal(id, undefined);
    const results = await Promise.all(
      answers.flatMap((answer) =>
        answer ? [this.#room.live.send({ type: 'WithdrawAnswer', answer: answer.answer })] : [],
      ),
    );
    return results.every((result) => result.ok);
  }

  #pendingFor(prompt: string): FieldValues | undefined {
    const { unit, step, item } = this.place;
    const mine = this.#room.live.outbox.pending
      .map(({ command }) => command)
      .filter((command): command is CommandOf<'SubmitAnswer'> => command.type === 'SubmitAnswer');
    return mine.findLast((c) => c.prompt === prompt && c.unit === unit && c.step === step && c.item === item)?.values;
  }

  #stored(prompt: string, values: FieldValues, seq: number): true {
    this.#acknowledged = { ...this.#acknowledged, [prompt]: { values, seq } };
    const { keep, seat } = this.#room;
    // Kept in memory until the event itself is here, so that the form never blinks.
    if (areSame(this.#local[prompt]?.values, values)) writeDraft(keep, seat, this.place, prompt, undefined);
    return true;
  }
  #no(reason: RefusalReason): false {
    this.refused = reason;
    return false;
  }

  #write(prompt: string, values: FieldValues): void {
    this.#setLocal(prompt, { values, base: this.answer(prompt)?.version ?? 0 });
    this.#unshared.add(prompt);
    this.#timer ??= setTimeout(() => this.#share(), shareEvery);
  }
  #setLocal(prompt: string, draft: LocalDraft | undefined): void {
    const { keep, seat } = this.#room;
    this.#local = { ...this.#local, [prompt]: draft };
    writeDraft(keep, seat, this.place, prompt, draft);
  }
  #setOwn(prompt: string, versions: FieldValues[]): void {
    const { keep, seat } = this.#room;
    this.#own = { ...this.#own, [prompt]: versions };
    writeOwn(keep, seat, this.place, prompt, versions);
  }
  #setAside(prompt: string, values: FieldValues, instead: FieldValues): void {
    if (!hasContent(values) || isWithin(values, instead)) return;
    this.#setOwn(prompt, [...(this.#own[prompt] ?? []).filter((other) => !isWithin(other, values)), values]);
  }

  #askForPen(): void {
    const { live } = this.#room;
    this.#wantsPen = Number.MAX_SAFE_INTEGER;
    void live.send({ type: 'TakePen', unit: this.place.unit }).then((result) => {
      this.#wantsPen = result.ok ? result.seq : null;
    });
  }

  #share(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const prompt of this.#unshared) {
      const values = this.#local[prompt]?.values;
      if (values) this.#room.live.draft({ ...this.place, prompt, values });
    }
    this.#unshared.clear();
  }

  /** A phone that is locked or put away may never come back: the last words leave at once. */
  #laidDown = (): void => this.#share();

  /** The same seat in another tab of this phone: the same text. */
  #otherTab = (event: StorageEvent): void => {
    const prompt = this.step.prompts.find(({ id }) => draftKey(this.#room.seat, this.place, id) === event.key);
    if (prompt) this.#local = { ...this.#local, [prompt.id]: parseDraft(event.newValue) };
  };
}
