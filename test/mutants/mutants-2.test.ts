import { test } from 'vitest';
import { expectMutants } from './expect-mutants.ts';

test('edits of the policies, the second half', { timeout: 900_000 }, () => expectMutants(1));
