/** The known name closest to `name`, if it is close enough to be what was meant. */
export function nearName(name: string, known: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (!best || distance < best.distance) best = { name: candidate, distance };
  }
  const limit = Math.max(1, Math.floor(Math.max(name.length, best?.name.length ?? 0) / 3));
  return best && best.distance <= limit && best.distance < name.length ? best.name : undefined;
}

/** Insertions, deletions and replacements between two words; long words are not compared. */
function editDistance(left: string, right: string): number {
  if (left.length > 60 || right.length > 60) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
