import type { Outcome } from '@tiaoli/interpreter';
import type { Definition } from '@tiaoli/ir';
import { documentNames } from '../clause-text.ts';
import type { ResultValue } from './case-result.ts';
import { encodeOutcome } from './encode-outputs.ts';
import type { SettledClaim } from './settle-claims.ts';

/** Fields of the national interface for one item, by what its results are called. */
const itemFields: Readonly<Record<string, string>> = {
  全自费: 'fulamt_ownpay_amt',
  超限价: 'overlmt_amt',
  先行自付: 'preselfpay_amt',
  先付比例: 'selfpay_prop',
  合规: 'inscp_scp_amt',
  合规费用: 'inscp_scp_amt',
  限价: 'pric_uplmt_amt',
  目录限价: 'pric_uplmt_amt',
  类别: 'chrgitm_lv',
  目录类别: 'chrgitm_lv',
};

type Records = Readonly<Record<string, readonly Readonly<Record<string, ResultValue>>[]>>;

/** The results of each record below a claim, under the 别名 of its entity where it has one, as in the case given. */
export function encodeRecords(claim: SettledClaim): Records {
  if (claim.kind === 'waiting') return {};
  const { program, step } = claim;
  const names = documentNames(program.declarations);
  const definitions = new Map(program.definitions.map((each) => [each.id, each]));
  const encode = (outcomes: ReadonlyMap<string, Outcome>) =>
    Object.fromEntries(
      [...outcomes].flatMap(([id, outcome]) => {
        const definition: Definition | undefined = definitions.get(id);
        if (!definition) return [];
        const field = itemFields[definition.name];
        return [[definition.name, encodeOutcome(outcome, definition, names, field)] as const];
      }),
    );
  return Object.fromEntries(
    [...(step.records ?? [])].flatMap(([entity, records]) => {
      const found = program.declarations.find(({ id }) => id === entity);
      const hasResults = records.some(({ size }) => size > 0);
      return hasResults ? [[found?.alias ?? found?.name ?? entity, records.map(encode)]] : [];
    }),
  );
}
