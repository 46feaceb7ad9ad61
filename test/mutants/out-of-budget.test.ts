import { isSame } from '@tiaoli/diff';
import { realPolicies } from '@tiaoli/workspace/testing';
import { expect, test } from 'vitest';
import { randomSource } from '../conformance/random-source.ts';
import { behaviourOf } from '../diff/open-pair.ts';
import { admissionOf } from './admission.ts';
import { claimYears } from './claim-years.ts';
import { judge, settleEarlier } from './judge.ts';
import { bindMutant } from './mutant-bench.ts';
import { pickByLot } from './pick-by-lot.ts';
import { allMutants } from './try-mutants.ts';

// A comparison whose work is used up before it begins: it says less, and nothing that is not so.

const seed = 20_260_706;
const persons = 500;

test('beyond its budget a comparison says nothing that claims break', {
  timeout: 600_000,
}, async () => {
  const policies = await realPolicies();
  const own = allMutants(policies).filter(({ path }) => path.includes('/WE18/'));
  let less = 0;
  for (const mutant of pickByLot(own, seed, 12)) {
    const bound = await bindMutant(policies, mutant);
    if (bound.kind !== 'bound') continue;
    const whole = behaviourOf(bound.before, bound.after);
    const cut = behaviourOf(bound.before, bound.after, { mostLeaves: 0 });
    const isAdmitted = admissionOf(cut.before, policies.reference);
    const years = [...claimYears(cut.before, isAdmitted, randomSource(seed).below, persons)];
    const earlier = settleEarlier(cut.before, years, policies.reference);
    expect(judge(cut, earlier, policies.reference).broken).toEqual([]);
    for (const [at, { name, state }] of cut.results.entries()) {
      const inFull = whole.results[at]?.state;
      if (inFull && isSame(state)) expect(`${name} ${isSame(inFull)}`).toBe(`${name} true`);
      if (state !== inFull) less += 1;
    }
  }
  process.stdout.write(`seed ${seed}: ${less} results are told less closely\n`);
  expect(less).toBeGreaterThan(0);
});
