/** Services have names of their own beside those of values. */
export function serviceId({
  document,
  name,
}: {
  readonly document: string;
  readonly name: string;
}) {
  return `${document}/事项「${name}」`;
}

export function metricId({ document, name }: { readonly document: string; readonly name: string }) {
  return `${document}/指标「${name}」`;
}

/** The day on which an application is accepted: an input of the event, as every happening is a claim of a kind. */
export function acceptedInput(document: string): string {
  return `${document}/受理日`;
}
