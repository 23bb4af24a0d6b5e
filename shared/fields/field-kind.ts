import type { FieldValue } from '../commands.ts';
import type { RefusalReason } from '../refusals.ts';
import type { Field, Script, Step } from '../script.ts';

export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;
export type ValueOf<K extends Field['kind']> = Extract<FieldValue, { kind: K }>;

/** Where a field stands: its script and step give it scales and items. */
export type FieldPlace = { script: Script; step: Step };

/** What each kind of field can say of itself; one file a kind, one line in the register. */
export type FieldKind<K extends Field['kind']> = {
  isEmpty: (value: ValueOf<K>) => boolean;
  /** The reason why a value does not fit, if any. */
  check: (value: ValueOf<K>, field: FieldOf<K>, place: FieldPlace) => RefusalReason | undefined;
};

export const areDistinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
