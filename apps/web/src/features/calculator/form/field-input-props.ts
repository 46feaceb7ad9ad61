import type { FormField } from '../model/calculator-form.ts';
import type { Answer } from '../model/draft.ts';
import type { FieldStateJson } from '../model/settled-json.ts';

/** What every way of answering a field is given. */
export interface FieldInputProps {
  readonly id: string;
  readonly field: FormField;
  readonly answer: Answer | undefined;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  /** Undefined takes the answer back. */
  readonly onAnswer: (answer: Answer | undefined) => void;
  readonly onLeave: () => void;
  /** What a default that is a formula came to in this case. */
  readonly computed?: FieldStateJson['value'];
}
