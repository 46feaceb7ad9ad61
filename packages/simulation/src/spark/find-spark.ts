import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program that hands a job to Spark. */
export interface FoundSpark {
  readonly program: string;
}

/**
 * Where Spark is: the variable SPARK_SUBMIT names the program, SPARK_HOME its folder; else it is looked for where programs
 * are. Undefined when there is none.
 */
export function findSpark(environment: NodeJS.ProcessEnv): FoundSpark | undefined {
  const { SPARK_SUBMIT, SPARK_HOME, PATH = '' } = environment;
  const name = process.platform === 'win32' ? 'spark-submit.cmd' : 'spark-submit';
  const places = [
    ...(SPARK_SUBMIT ? [SPARK_SUBMIT] : []),
    ...(SPARK_HOME ? [join(SPARK_HOME, 'bin', name)] : []),
    ...PATH.split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name)),
  ];
  const program = places.find(isProgram);
  return program === undefined ? undefined : { program };
}

function isProgram(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
