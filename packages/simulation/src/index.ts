export type { ChildPool } from './columnar/child-pool.ts';
export { poolFor } from './columnar/child-pool.ts';
export type { JobLimits, Outcome } from './columnar/children.ts';
export { outcomeText } from './columnar/outcome-text.ts';
export type { PlainColumn, PlainTable } from './columnar/write-plain-tables.ts';
export type { DescribedPopulation, MarginTable } from './describe/describe-population.ts';
export { describePopulation } from './describe/describe-population.ts';
export { GENERATOR_VERSION, POPULATION_YEAR } from './generate/block.ts';
export type { BackTestRow, Calibration, CalibrationRow } from './generate/calibration.ts';
export type { Generated, GenerateRequest } from './generate/generate-population.ts';
export { generatePopulation } from './generate/generate-population.ts';
export type { HardTarget, TargetUnit } from './generate/hard-targets.ts';
export { hardTargets, TOLERANCE } from './generate/hard-targets.ts';
export type { Preset } from './generate/presets.ts';
export { presets } from './generate/presets.ts';
export { provinces } from './generate/provinces.ts';
export { referenceRules } from './generate/reference-rules.ts';
export { faultTexts } from './import/fault-texts.ts';
export type { RejectedRow } from './import/import-job.ts';
export type { Imported, ImportRequest } from './import/import-population.ts';
export { importPopulation } from './import/import-population.ts';
export { LEAST_KEY_BYTES } from './import/pseudonym.ts';
export { populationMessages } from './messages.ts';
export type * from './result/simulation-result.ts';
export { CHANGE_CLASSES, groupings, ratioKinds } from './result/simulation-result.ts';
export { parquetFiles } from './result/table-files.ts';
export type * from './result/whatif-result.ts';
export type { RunDifference } from './run/compare-runs.ts';
export { compareRuns, readRun } from './run/compare-runs.ts';
export { isOnSpark } from './run/engine-hash.ts';
export type { DocumentBefore } from './run/local-sources.ts';
export { documentsBefore, rulesBefore } from './run/local-sources.ts';
export type { BeforeRequest } from './run/plan-run.ts';
export type { FolderLimits } from './run/prune-folder.ts';
export { markUsed, pruneFolder } from './run/prune-folder.ts';
export type { Scenario } from './run/scenario.ts';
export type { RunSettings, Simulated, SimulationRequest } from './run/simulate.ts';
export { simulate } from './run/simulate.ts';
export type { ResultFile, WrittenFolder } from './run/write-folder.ts';
export { writeFolder } from './run/write-folder.ts';
export { findSpark } from './spark/find-spark.ts';
export type {
  SparkCell,
  SparkJob,
  SparkPlace,
  SparkRow,
  SparkRows,
  SparkStep,
  SparkTable,
} from './spark/spark-job.ts';
export type { Submitted } from './spark/submit-job.ts';
export { submitJob } from './spark/submit-job.ts';
export type { Column, ColumnType, Rows, TableName } from './table/columns.ts';
export { tables, WEIGHT_UNIT } from './table/columns.ts';
export type { InputMapping } from './table/input-mapping.ts';
export { nationalMapping } from './table/input-mapping.ts';
export type { Manifest, ManifestFile, Origin } from './table/manifest.ts';
export { MANIFEST_NAME, readManifest } from './table/manifest.ts';
export type { OpenedPopulation } from './table/open-population.ts';
export { openPopulation } from './table/open-population.ts';
export type { FactReader } from './table/read-facts.ts';
export { factReader } from './table/read-facts.ts';
export { readInputMapping } from './table/read-input-mapping.ts';
export type { VerifiedPopulation } from './verify/verify-population.ts';
export { verifyPopulation } from './verify/verify-population.ts';
export type { AssumableNumber } from './watch/assumable-numbers.ts';
export { assumableNumbers } from './watch/assumable-numbers.ts';
export type { AskedAgain } from './whatif/asked-again.ts';
export { askedAgain } from './whatif/asked-again.ts';
export { changesOf } from './whatif/by-change.ts';
export { readAccounts } from './whatif/city-accounts.ts';
export type { AdjustmentRule, CityBalance } from './whatif/city-balance.ts';
export { balanceCities, parseAdjustment, usualAdjustment } from './whatif/city-balance.ts';
export type { MovableValue } from './whatif/movable-values.ts';
export { movableValues } from './whatif/movable-values.ts';
export type { WhatIf } from './whatif/read-whatif.ts';
export { askedTexts } from './whatif/read-whatif.ts';
export type { StudyRequest } from './whatif/study.ts';
export { runStudy } from './whatif/study.ts';
export type { PlannedWork, StudyWork } from './whatif/study-work.ts';
export { studyWork } from './whatif/study-work.ts';
