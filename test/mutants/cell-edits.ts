/** One cell of a file of rows, changed by one step. */
export interface CellEdit {
  readonly path: string;
  /** From 1, the head being the first. */
  readonly line: number;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** What a class becomes: a step towards one that pays less, or back. */
const classes: Readonly<Record<string, string>> = { 甲: '乙', 乙: '丙', 丙: '乙' };

/** Every cell of the rows but keys and names: another class, the last place of a number one more or less, a day more. */
export function cellEdits(path: string, text: string): readonly CellEdit[] {
  const [head = '', ...rows] = text.split(/\r?\n/);
  const columns = head.split(',');
  return rows.flatMap((row, at) => {
    const cells = row.split(',');
    if (cells.length !== columns.length) return [];
    return cells.flatMap((from, place) =>
      stepsOf(from).map((to) => {
        const edited = cells.with(place, to).join(',');
        const lines = [head, ...rows.with(at, edited)];
        const column = columns[place] ?? '';
        return { path, line: at + 2, column, from, to, text: lines.join('\n') };
      }),
    );
  });
}

function stepsOf(cell: string): readonly string[] {
  const other = classes[cell];
  if (other !== undefined) return [other];
  const day = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(`${cell}T00:00:00Z`) : undefined;
  if (day !== undefined) return [new Date(day + 86_400_000).toISOString().slice(0, 10)];
  const number = /^(\d+)(?:\.(\d+))?(%?)$/.exec(cell);
  if (!number) return cell === '无' ? ['1%'] : [];
  const [, whole = '', places = '', unit = ''] = number;
  const count = BigInt(whole + places);
  return [count + 1n, ...(count > 0n ? [count - 1n] : [])].map(
    (each) => placed(each, places.length) + unit,
  );
}

function placed(count: bigint, places: number): string {
  if (places === 0) return count.toString();
  const digits = count.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
