import type { Diagnostic } from '@tiaoli/base';
import type { SourceFolder } from '@tiaoli/workspace';

/** The texts of the files that findings are about, by path, for printing their lines. */
export async function readSources(
  files: SourceFolder,
  findings: readonly Diagnostic[],
): Promise<ReadonlyMap<string, string>> {
  const paths = [...new Set(findings.map(({ span }) => span.file))];
  const texts = await Promise.all(
    paths.map(async (path) => [path, new TextDecoder().decode(await files.read(path))] as const),
  );
  return new Map(texts);
}
