'use client';

import { createContext, useContext } from 'react';
import type { CalculatorForm } from '../model/calculator-form.ts';
import type { DraftChange } from '../model/change-draft.ts';
import type { Draft, RecordPlace } from '../model/draft.ts';
import { pathOf } from '../model/draft.ts';
import type { FieldStateJson } from '../model/settled-json.ts';
import type { FieldMark } from './field-marks.ts';

/** What every part of the form looks at. */
export interface FormState {
  readonly form: CalculatorForm;
  readonly draft: Draft;
  /** What is to be said beside fields, by their paths. */
  readonly marks: ReadonlyMap<string, FieldMark>;
  /** How each field stands in the settled case, by path; undefined while nothing was settled. */
  readonly fields: ReadonlyMap<string, FieldStateJson> | undefined;
  /** False while something is still asked for: what does not matter yet may matter then. */
  readonly isComplete: boolean;
  change(change: DraftChange): void;
}

const FormContext = createContext<FormState | undefined>(undefined);

export const FormProvider = FormContext.Provider;

export function useForm(): FormState {
  const state = useContext(FormContext);
  if (!state) throw new Error('A field stands outside the form.');
  return state;
}

/** The path of a field, and what is known of it. */
export function useFieldPath(place: RecordPlace, name: string): string {
  const { draft, form } = useForm();
  return pathOf(place, name, draft, form);
}
