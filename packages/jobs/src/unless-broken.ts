/** Waits for work; where it throws, which is a mistake of ours or a broken record, that is told, and nothing else ends by it. */
export async function unlessBroken<Value>(
  work: Promise<Value>,
  onProblem: (problem: string) => void,
): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    onProblem(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  }
}
