/**
 * The name among `candidates` that `name` is most likely a slip of: one or two characters changed, added, left out or
 * swapped (one for names of up to three characters), or one name the beginning of the other. Undefined when none is near.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  const letters = [...name];
  const allowed = letters.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const other = [...candidate];
    if (candidate === name || Math.abs(other.length - letters.length) > allowed) continue;
    const distance = editDistance(letters, other);
    // A slip that leaves nothing of the name is another name: 三类 is no slip of 一级.
    const kept = Math.max(letters.length, other.length) - distance;
    if (distance < least && kept > 0) {
      best = candidate;
      least = distance;
    }
  }
  return best ?? extension(name, candidates);
}

function extension(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length < 2) return undefined;
  for (const candidate of candidates) {
    if (candidate.length >= 2 && candidate !== name && isPart(name, candidate)) return candidate;
  }
  return undefined;
}

function isPart(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left) || right.endsWith(left);
}

/** Changes, additions, omissions and swaps of neighbours that lead from one text to the other. */
export function editDistance(left: readonly string[], right: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = [...right.keys(), right.length];
  left.forEach((letter, row) => {
    const line = [row + 1];
    right.forEach((other, column) => {
      const same = letter === other ? 0 : 1;
      let cost = Math.min(at(last, column) + same, at(last, column + 1) + 1, at(line, column) + 1);
      const swapped = letter === right[column - 1] && left[row - 1] === other;
      if (swapped && column > 0) cost = Math.min(cost, at(beforeLast, column - 1) + 1);
      line.push(cost);
    });
    beforeLast = last;
    last = line;
  });
  return at(last, right.length);
}

function at(line: readonly number[], index: number): number {
  return line[index] ?? Number.POSITIVE_INFINITY;
}
