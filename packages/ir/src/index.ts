export { nextDefinitions, placesWritten, startsAbsent } from './accumulator.ts';
export * from './build-expr.ts';
export { byCodeUnit, canonicalText } from './canonical.ts';
export type * from './catalogue.ts';
export { contentOf, keysAlone, scaleOfColumn } from './catalogue.ts';
export type * from './catalogue-declaration.ts';
export type { Decoded } from './codec.ts';
export { decodeModule, encodeModule } from './codec.ts';
export type * from './declaration.ts';
export type * from './declaration-base.ts';
export type * from './definition.ts';
export type * from './expr.ts';
export { readerDate, severalRecords } from './expr.ts';
export type * from './handling-declaration.ts';
export { keyInput } from './key-input.ts';
export type * from './layer.ts';
export { rowsInOrder } from './lookup-rows.ts';
export { documentHash, meaningHash } from './meaning-hash.ts';
export type { Module } from './module.ts';
export { irVersion } from './module.ts';
export type { Indexed, ModuleIndex } from './module-index.ts';
export { entityPath, indexModule, isBelowEvent } from './module-index.ts';
export type { EvaluationOrder } from './order.ts';
export { orderDefinitions } from './order.ts';
export { printExpr, printRounding } from './print-expr.ts';
export { printModule } from './print-module.ts';
export { printLiteral, printMembers, printNumber, printTruth } from './print-value.ts';
export type { Program } from './program.ts';
export type { Provenance } from './provenance.ts';
export type {
  CatalogueColumn,
  CatalogueKey,
  CatalogueRows,
  ReferenceData,
  WorkingDays,
} from './reference-data.ts';
export { noReference } from './reference-data.ts';
export type { References } from './references.ts';
export { referencesOf } from './references.ts';
export type {
  ChannelClaim,
  FallClaim,
  MetricClaim,
  ServiceFields,
  ServiceFiling,
  ServiceLevel,
  ServiceLimit,
  ServiceMaterials,
  ServiceTerm,
  ServiceVersion,
  UnseenField,
} from './service.ts';
export type { ClaimOutcome, MeasuredService, MetricFigures } from './service-figures.ts';
export { claimOutcome, isUnseen, metricFigures, startsOf, versionOn } from './service-figures.ts';
export { sha256 } from './sha256.ts';
export { invariantsAbout } from './state-invariant.ts';
export type * from './stated-declaration.ts';
export type { NumericKind, ValueType } from './type.ts';
export { isNumeric } from './type.ts';
export { isAssignable, joinTypes, productType, sumType } from './type-algebra.ts';
export type { ExprType } from './type-of-expr.ts';
export { typeOfExpr } from './type-of-expr.ts';
export type { Problem } from './verify.ts';
export { verify } from './verify.ts';
export { problemMessages } from './verify-messages.ts';
export { childrenOf, mapChildren, mapExpr, walkExpr } from './walk-expr.ts';
export type * from './watchlist-declaration.ts';
