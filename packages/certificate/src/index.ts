export { isAboutState, isUsableOn, refuses, sidesOf, stateKept } from './assumptions.ts';
export { coverage, partOf, questionOfCell, several } from './cells.ts';
export type * from './claims.ts';
export {
  besides,
  claimStates,
  endsOf,
  isCertified,
  isMet,
  isSameClaim,
  marginAbove,
  marginBelow,
} from './claims.ts';
export { certificateVersion, encodeCertificate, sealed } from './encode.ts';
export { evaluateExpr } from './evaluate-expr.ts';
export type { Joint, Side } from './joint.ts';
export { jointOf } from './joint.ts';
export type { Bounded, Known, Question } from './known.ts';
export { nothingKnown, valuesLeft, withAnswer } from './known.ts';
export type { Linear } from './linear.ts';
export { keyOf, scale, single } from './linear.ts';
export type { CertificateCode, ClaimPlace } from './messages.ts';
export { certificateMessages } from './messages.ts';
export { programHash } from './program-hash.ts';
export type { Difference, Result } from './results.ts';
export { differenceOf, isSameMeaning, resultsOf, scopeOn } from './results.ts';
export type { Term, Terms } from './terms.ts';
export { noTerms, termOf } from './terms.ts';
export type { Share, Tree } from './tree.ts';
export { factOf, isShown } from './tree.ts';
export type { Checked, Verdict } from './verify.ts';
export { readCertificate, verifyCertificate } from './verify.ts';
