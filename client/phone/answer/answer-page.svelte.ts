import type { CommandOf, FieldValue, FieldValues } from '../../../shared/commands.ts';
import type { RefusalReason } from '../../../shared/refusals.ts';
import type { Prompt, Step } from '../../../shared/script.ts';
import { isOpen } from '../../../shared/session/selectors.ts';
import { type Answer, answerIdOf } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import type { Room } from '../room.ts';
import { askedOf, cardsShown, rolesHere } from './asked.ts';
import {
  draftKey,
  type LocalDraft,
  type Place,
  parseDraft,
  readDraft,
  readElsewhere,
  readOwn,
  writeDraft,
  writeOwn,
} from './drafts.ts';
import { PenHold } from './pen-hold.svelte.ts';
import { Sharing } from './sharing.ts';
import { areSame, hasContent, isWithdrawing, isWithin, sendable, tooLong, valuesOf, valuesOfAnswer } from './values.ts';
import { latestOf, nameOfWritten, type Version, versionsOf, type Written } from './versions.ts';

export type PageStatus = 'empty' | 'draft' | 'sending' | 'sent';
type ByPrompt<T> = Readonly<Record<string, T | undefined>>;

/**
 * One item's questions as this unit answers them: what is shown, whose pen it is, what is kept, what is sent.
 * Nothing written is ever dropped (A3); "sent" is only said of what the server has acknowledged (A4).
 */
export class AnswerPage {
  readonly place: Place;
  readonly step: Step;
  readonly pen: PenHold;
  refused = $state<RefusalReason | null>(null);
  #room: Room;
  #local = $state.raw<ByPrompt<LocalDraft>>({});
  #own = $state.raw<ByPrompt<FieldValues[]>>({});
  /** Sent and acknowledged, while the event itself may still be on its way here. */
  #acknowledged = $state.raw<ByPrompt<{ values: FieldValues; seq: number }>>({});
  #sharing: Sharing;

  constructor(room: Room, step: Step, place: Place) {
    this.#room = room;
    this.step = step;
    this.place = place;
    this.pen = new PenHold(room, place.unit);
    this.#sharing = new Sharing(room.live, (prompt) => {
      const local = this.#local[prompt];
      return local && { ...place, prompt, values: local.values, at: local.at, grewFrom: local.grewFrom };
    });
    const { keep, seat } = room;
    for (const { id } of step.prompts) {
      this.#own = { ...this.#own, [id]: [...readElsewhere(room, place, id), ...readOwn(keep, seat, place, id)] };
      this.#local = { ...this.#local, [id]: readDraft(keep, seat, place, id) };
      const answer = this.answer(id);
      const local = this.#local[id];
      if (local) this.#sharing.later(id);
      // Sent by this seat on another phone since: that is what counts now, and this text is offered beside it.
      if (!local || answer?.seat !== this.#me || answer.version <= local.base || this.#pendingFor(id)) continue;
      this.#setAside(id, local.values, this.submitted(id) ?? {});
      this.#setLocal(id, undefined);
    }
    addEventListener('storage', this.#otherTab);
  }

  stop(): void {
    removeEventListener('storage', this.#otherTab);
    this.#sharing.stop();
  }

  get open(): boolean {
    return isOpen(this.#room.live.state, this.step.id);
  }

  get #me(): string {
    return this.#room.seat.seat;
  }
  get typist(): string | null {
    return this.pen.typist;
  }
  /** What is asked on this phone now. */
  get prompts(): readonly Prompt[] {
    const asked = askedOf(this.step, this.#roles, (prompt) => this.submitted(prompt) !== undefined);
    return this.step.cards ? cardsShown(asked, ({ id }) => hasContent(this.values(id))) : asked;
  }
  get #roles(): readonly string[] {
    return rolesHere(this.#room, this.step, this.place);
  }
  /** Who writes, or has the role that a question is for, is somebody else. */
  #isForOthers = ({ role }: Prompt): boolean => (role ? !this.#roles.includes(role) : this.typist !== null);
  lockedFor = (prompt: Prompt): boolean => !this.open || this.#isForOthers(prompt);

  answer(prompt: string): Answer | undefined {
    return get(this.#room.live.state.answers, answerIdOf({ ...this.place, prompt }));
  }
  submitted(prompt: string): FieldValues | undefined {
    return valuesOfAnswer(this.#room.live.state, this.answer(prompt));
  }
  /** All that is written here by anyone of the unit: each one's latest draft, and what was sent. */
  #written(prompt: string): Written[] {
    const local = this.#local[prompt];
    const answer = this.answer(prompt);
    const submitted = this.submitted(prompt);
    const id = `${answerIdOf({ ...this.place, prompt })}/`;
    // Sent since, or withdrawn by any of them: what was typed on the way to it counts no more.
    const isOver = ({ seat, at }: Written) =>
      answer !== undefined && at <= answer.at && (answer.withdrawn || answer.seat === seat);
    const drafts = Object.entries(this.#room.live.drafts).flatMap(([key, draft]) =>
      key.startsWith(id) && !isOver(draft) && !(local && draft.seat === this.#me) ? [draft] : [],
    );
    const isOwn = local && answer?.seat === this.#me;
    const sent = answer && submitted && !isOwn && { seat: answer.seat ?? '', at: answer.at, values: submitted };
    return [...drafts, ...(local ? [{ seat: this.#me, ...local }] : []), ...(sent ? [{ ...sent, grewFrom: [] }] : [])];
  }
  #latest(prompt: string): Written | undefined {
    return latestOf(this.#written(prompt), this.pen.now);
  }
  /** What the server has acknowledged last. */
  #sentValues(prompt: string): FieldValues | undefined {
    const sent = this.#acknowledged[prompt];
    return sent && sent.seq > this.#room.live.state.seq ? sent.values : this.submitted(prompt);
  }
  /** What stands in the form. */
  values(prompt: string): FieldValues {
    return this.#latest(prompt)?.values ?? {};
  }

  /** The prompts with something written, here or by this unit elsewhere, that is neither sent nor under way. */
  get unsent(): Prompt[] {
    return this.prompts.filter((prompt) => {
      if (this.#isForOthers(prompt)) return false;
      const known = this.#pendingFor(prompt.id) ?? this.#sentValues(prompt.id);
      return !areSame(sendable(prompt, this.values(prompt.id)), known);
    });
  }
  /** Whether all that is not sent stands on this phone too, and not only with the server. */
  get isKeptHere(): boolean {
    return this.unsent.every(({ id }) => this.#latest(id)?.seat === this.#me && this.#local[id]);
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
    return this.typist !== null && this.step.prompts.some(({ id }) => !areSame(this.values(id), this.submitted(id)));
  }

  change(prompt: string, field: string, value: FieldValue | undefined): void {
    const { [field]: _, ...others } = this.values(prompt);
    this.refused = null;
    this.#write(prompt, value ? { ...others, [field]: value } : others);
    // Without a network nobody is interrupted unasked: the next key after it is back takes the pen.
    if (this.pen.isFree && this.#room.live.status === 'online') this.pen.take();
  }

  /** "Geef de pen aan …": with the text that stands here now, whoever wrote it. */
  passPen(seat: string): void {
    for (const { id } of this.unsent) this.#write(id, this.values(id));
    this.#sharing.now();
    this.pen.pass(seat);
  }

  /** Texts beside the one in the form: of a partner who was taken over, of two who wrote without seeing each other (A3). */
  versions(prompt: string): Version[] {
    const own = (this.#own[prompt] ?? []).map((values) => ({ seat: this.#me, values }));
    const unseen = this.answer(prompt)?.unseen;
    const sent = unseen ? [{ seat: unseen.seat, values: valuesOf(this.#room.live.state, unseen.values) }] : [];
    return versionsOf(this.#written(prompt), [...own, ...sent], this.values(prompt));
  }
  putBack(prompt: string, version: FieldValues): void {
    if (this.typist && !this.pen.mayTake) return;
    this.pen.take();
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
      const seen = this.#local[prompt.id]?.base ?? this.answer(prompt.id)?.version ?? 0;
      const answered = live.send({ type: 'SubmitAnswer', ...this.place, prompt: prompt.id, values, seen });
      return [
        answered.then((result) =>
          result.ok ? this.#stored(prompt.id, values, result.seq) : this.#no(result.refusal.reason),
        ),
      ];
    });
    const isDone = (await Promise.all(sent)).every(Boolean) && sent.length > 0;
    if (isDone) this.pen.lay();
    return isDone;
  }

  /** "Niet bewaren" was chosen. */
  get withdraws(): boolean {
    return this.step.prompts.some((prompt) => isWithdrawing(prompt, this.values(prompt.id)));
  }

  /** Forgets what the server has, and shares what it has not; to be called when anything of the session has changed. */
  settle(): void {
    for (const { id } of this.step.prompts) {
      const local = this.#local[id];
      const submitted = this.submitted(id);
      const isSent = local && submitted && areSame(local.values, submitted) && !this.typist;
      const name = local && nameOfWritten({ seat: this.#me, at: local.at });
      const livesOn = name && this.#written(id).some(({ grewFrom }) => grewFrom.includes(name));
      if (isSent || livesOn) this.#setLocal(id, undefined);
    }
    this.pen.settle();
    if (this.typist) this.#sharing.now();
    else this.#sharing.settle();
  }

  async #withdrawAll(): Promise<boolean> {
    const answers = this.step.prompts.flatMap(({ id }) =>
      this.submitted(id) ? [answerIdOf({ ...this.place, prompt: id })] : [],
    );
    for (const { id } of this.step.prompts) this.#setLocal(id, undefined);
    const { live } = this.#room;
    const results = await Promise.all(answers.map((answer) => live.send({ type: 'WithdrawAnswer', answer })));
    return results.every(({ ok }) => ok);
  }

  #pendingFor(prompt: string): FieldValues | undefined {
    const id = answerIdOf({ ...this.place, prompt });
    const mine = this.#room.live.outbox.pending
      .map(({ command }) => command)
      .filter((command): command is CommandOf<'SubmitAnswer'> => command.type === 'SubmitAnswer');
    return mine.findLast((command) => answerIdOf(command) === id)?.values;
  }

  #stored(prompt: string, values: FieldValues, seq: number): true {
    this.#acknowledged = { ...this.#acknowledged, [prompt]: { values, seq } };
    const { keep, seat } = this.#room;
    // Kept in memory until the event itself is here, so that the form never blinks.
    const local = this.#local[prompt];
    if (areSame(local?.values, values)) writeDraft(keep, seat, this.place, prompt, undefined);
    // Typed on while it was under way: newer than what was sent.
    else if (local) this.#write(prompt, local.values);
    return true;
  }
  #no(reason: RefusalReason): boolean {
    this.refused = reason;
    return false;
  }

  #write(prompt: string, values: FieldValues): void {
    const local = this.#local[prompt];
    const latest = this.#latest(prompt);
    const pen = this.pen.now;
    const isOthers = latest !== undefined && latest.seat !== this.#me;
    if (local && isOthers) this.#setAside(prompt, local.values, values);
    // Passed on with the pen, a text lives on in this one; taken over, it stays a version beside it.
    const isPassed = isOthers && latest.seat === pen.from && latest.at <= pen.at;
    const grown = isPassed ? [...latest.grewFrom, nameOfWritten(latest)] : [];
    const grewFrom = [...new Set([...(local?.grewFrom ?? []), ...grown])].slice(-12);
    const base = local && !isOthers ? local.base : (this.answer(prompt)?.version ?? 0);
    this.#setLocal(prompt, { values, base, at: this.#room.live.now(), grewFrom });
    this.#sharing.note(prompt);
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

  /** The same seat in another tab of this phone: the same text. */
  #otherTab = (event: StorageEvent): void => {
    const prompt = this.step.prompts.find(({ id }) => draftKey(this.#room.seat, this.place, id) === event.key);
    if (prompt) this.#local = { ...this.#local, [prompt.id]: parseDraft(event.newValue) };
  };
}
