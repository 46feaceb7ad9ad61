/** The same value as the schemas of answers infer it: they know no `readonly`. */
export type Plain<Value> = Value extends string | number | boolean | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Key in keyof Value]: Plain<Value[Key]> };

/** The value itself, for an answer, which nobody changes. */
export function plain<Value>(value: Value): Plain<Value> {
  return value as Plain<Value>;
}
