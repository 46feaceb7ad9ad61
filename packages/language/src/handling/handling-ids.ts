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

/** The day on which an application for the service is accepted: an input of the event, as every happening is a claim of a kind. */
export function acceptedInput(service: {
  readonly document: string;
  readonly name: string;
}): string {
  return `${serviceId(service)}.受理日`;
}
