import type { FieldValues } from '../../commands.ts';
import type { StoredValues, Texts } from '../../events.ts';
import { isEmpty } from '../../fields/register.ts';
import type { Context } from './decision.ts';

/** Words go beside the log; empty fields are left out. */
export function stored(values: FieldValues, context: Context): { values: StoredValues; texts: Texts } {
  const kept: StoredValues = {};
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    if (isEmpty(value)) continue;
    if (value.kind !== 'text') {
      kept[field] = value;
      continue;
    }
    const text = context.newId();
    texts[text] = value.text;
    kept[field] = { kind: 'text', text };
  }
  return { values: kept, texts };
}
