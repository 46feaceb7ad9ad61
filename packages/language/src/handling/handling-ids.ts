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

export function watchlistId({
  document,
  name,
}: {
  readonly document: string;
  readonly name: string;
}) {
  return `${document}/名单「${name}」`;
}

/** The event is a check of the list: an input, as every happening is a claim of a kind. */
export function checkedInput(list: { readonly document: string; readonly name: string }): string {
  return `${watchlistId(list)}.检查`;
}

/** The amount looked at, where it is given and not summed over earlier claims. */
export function lookedInput(list: { readonly document: string; readonly name: string }): string {
  return `${watchlistId(list)}.看`;
}

/** The day on which an application for the service is accepted: an input of the event, as every happening is a claim of a kind. */
export function acceptedInput(service: {
  readonly document: string;
  readonly name: string;
}): string {
  return `${serviceId(service)}.受理日`;
}
