/** The form in the words of the use case that describes it. */
export type {
  CalculatorForm,
  DocumentVersion,
  FormEntity,
  FormField,
  FormOption,
} from '@tiaoli/workspace';
