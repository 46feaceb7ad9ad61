import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SparkPlace } from '@tiaoli/simulation';
import places from '../spark-places.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const environment = join(root, places.environment);

/** Tests start Spark for a handful of rows: compiling them to the last costs more than it saves. */
const quickStart = {
  'spark.driver.extraJavaOptions': '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
  'spark.sql.codegen.wholeStage': 'false',
  'spark.sql.adaptive.enabled': 'false',
};

/** Makes the Spark that `test/setup-spark.mjs` installed the one of this process; the variable SPARK_SUBMIT may name another. */
export function useOwnSpark(): SparkPlace {
  if (process.env.SPARK_SUBMIT === undefined) {
    const mark = join(environment, 'installed.txt');
    if (!existsSync(mark) || readFileSync(mark, 'utf8').trim() !== places.version) {
      throw new Error(`no Spark ${places.version}: run npm run test:spark, or set SPARK_SUBMIT`);
    }
    process.env.SPARK_SUBMIT = join(environment, 'bin', 'spark-submit');
    process.env.PYSPARK_PYTHON = join(environment, 'bin', 'python3');
  }
  return { master: 'local[2]', settings: quickStart };
}
