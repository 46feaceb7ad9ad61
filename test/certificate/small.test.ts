import { expect, test } from 'vitest';
import { schemaErrors } from '../cli/schemas.ts';
import { proved, verdictOf } from './prove-pair.ts';
import { compareEdit, edits } from './small-pairs.ts';

test.each(edits)('%s: all that is claimed is shown', async (_, from, to) => {
  const behaviour = await compareEdit(from, to);
  const certified = proved(behaviour);
  expect(schemaErrors('certificate.schema.json', JSON.parse(certified.text))).toEqual([]);
  expect(verdictOf(certified)).toEqual({
    kind: 'accepted',
    checked: expect.objectContaining({
      ...{ results: behaviour.results.length, uncertified: 0, undecided: 0 },
    }),
  });
});
