import type { FieldOf, FieldPlace, ValueOf } from '../../shared/fields/field-kind.ts';
import type { Field, Language, Text } from '../../shared/script.ts';
import type { fields } from '../../shared/words/fields.nl.ts';

/** What every input gets: its field, what is filled in so far, and how to tell of a change (undefined: emptied). */
export type InputProps<K extends Field['kind']> = {
  field: FieldOf<K>;
  value: ValueOf<K> | undefined;
  onchange: (value: ValueOf<K> | undefined) => void;
  place: FieldPlace;
  language: Language;
  words: typeof fields;
  /** The prompt's title: the name of a field without a label of its own. */
  title: string;
  /** Somebody else has the pen, or the step is closed. */
  locked?: boolean;
  /** How many people answer as one, where they may say that they differ. */
  voices?: number | undefined;
  /** "Noem geen namen": stands beside every text. */
  tip?: Text | undefined;
  announce?: (sentence: string) => void;
};
