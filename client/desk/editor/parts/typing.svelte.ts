/** What is being typed at one field: it counts at a pause already, and is one step to undo until the field is left. */
export class Typing {
  /** As it stands in the field, whatever the script says meanwhile; null where nothing is being typed. */
  text = $state<string | null>(null);
  #visit: object = {};
  #apply: ((visit: object) => Promise<unknown>) | undefined;
  #applied: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `pause`: in ms; null where it counts only once the field is left. */
  type(text: string, pause: number | null, apply: (visit: object) => Promise<unknown>): void {
    this.text = text;
    this.#apply = apply;
    clearTimeout(this.#timer);
    if (pause !== null) this.#timer = setTimeout(() => this.#count(), pause);
  }
  async leave(): Promise<void> {
    const left = this.text;
    this.#count();
    this.#visit = {};
    await this.#applied;
    if (this.text === left) this.text = null;
  }
  #count(): void {
    clearTimeout(this.#timer);
    const apply = this.#apply;
    this.#apply = undefined;
    if (apply) this.#applied = apply(this.#visit);
  }
}
