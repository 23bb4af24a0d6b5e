import { call } from '../../live/api.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';

/** A list that the server has at this path, of which each row can be ended by its id. */
export class Rows<Row> {
  list = $state.raw<readonly Row[]>([]);
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<void> {
    const found = await call<Row[]>('GET', this.#path);
    if (found.ok) this.list = found.body;
  }

  async end(id: string, said: string): Promise<void> {
    const gone = await call('DELETE', `${this.#path}/${id}`);
    toasts.say(gone.ok ? said : wording.refusal(gone.reason));
    await this.read();
  }
}
