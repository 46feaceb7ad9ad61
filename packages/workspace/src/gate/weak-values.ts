import { gradeAround, gradedValues } from '@tiaoli/compiler';
import type { Declaration, Module } from '@tiaoli/ir';
import { hashOfBytes } from '../versions/version-hash.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Answerable, GateReport } from './gate-report.ts';

/** What a document itself says that nobody can rely on: invented, not known, or known from hearsay alone. */
export function weakValues(module: Module): Pick<GateReport, 'illustrative' | 'unseen' | 'gradeD'> {
  const own = module.declarations.filter(
    ({ kind, document }) => document === module.document && !isAbout(kind),
  );
  const says = (each: Declaration, part: string): boolean => canonicalJson(each).includes(part);
  const invented = own.filter(
    (each) =>
      gradeAround(each, module.declarations) === 'illustrative' ||
      says(each, '"grade":"illustrative"'),
  );
  const unseen = own.filter((each) => says(each, '"cause":"not-seen"') || says(each, '"unseen":'));
  const gradeD = own.flatMap((each) => hearsayIn(each, module));
  return { illustrative: namesOf(invented), unseen: namesOf(unseen), gradeD };
}

/** What tells of the document and gives no value to anybody. */
function isAbout(kind: Declaration['kind']): boolean {
  return kind === 'document' || kind === 'clause' || kind === 'example';
}

function hearsayIn(each: Declaration, module: Module): readonly Answerable[] {
  if (each.kind !== 'parameter' && each.kind !== 'fill' && each.kind !== 'derogation') return [];
  const around = gradeAround(each, module.declarations);
  const values = gradedValues(each).filter(({ grade }) => (grade ?? around) === 'D');
  if (values.length === 0) return [];
  const id = each.kind === 'parameter' ? each.id : each.parameter;
  const content = canonicalJson(['grade-d', id, values.map(({ value }) => value)]);
  const text = { zh: `${each.name}（等级 D）`, en: `${each.name} (grade D)` };
  return [{ fingerprint: hashOfBytes(content), text }];
}

function namesOf(declarations: readonly Declaration[]): readonly string[] {
  return [...new Set(declarations.map(({ name }) => name))].sort();
}
