import type { Component } from 'svelte';
import type { Field } from '../../shared/script.ts';
import ChoiceInput from './ChoiceInput.svelte';
import DateInput from './DateInput.svelte';
import type { InputProps } from './input.ts';
import JudgementInput from './JudgementInput.svelte';
import MarksInput from './MarksInput.svelte';
import TextInput from './TextInput.svelte';

const inputs: { [K in Field['kind']]: Component<InputProps<K>> } = {
  judgement: JudgementInput,
  text: TextInput,
  choice: ChoiceInput,
  marks: MarksInput,
  date: DateInput,
};

/** The input of a field's kind; a kind without one does not compile. */
export const inputOf = (kind: Field['kind']) => inputs[kind] as Component<InputProps<Field['kind']>>;
