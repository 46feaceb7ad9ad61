const known = ['outside-unknown', 'outside-failed'] as const;

/** Why the other service let nobody in, as the address of the page tells; undefined for anything else. */
export function refusedCode(text: string | null): (typeof known)[number] | undefined {
  if (text === null) return undefined;
  return known.find((each) => each === text) ?? 'outside-failed';
}
