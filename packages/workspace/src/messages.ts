import { reporterOf } from '@tiaoli/base';
import { caseMessages } from '@tiaoli/settlement';
import { accountMessages } from './account-messages.ts';
import { compareMessages } from './compare-messages.ts';
import { exampleMessages } from './example-messages.ts';
import { jobMessages } from './job-messages.ts';
import { policyMessages } from './policy-messages.ts';
import { proposalMessages } from './proposal-messages.ts';
import { recordMessages } from './record-messages.ts';

/** What the use cases report: of policies what stands here, of cases what settling them reports too. */
export const report = reporterOf({
  ...caseMessages,
  ...policyMessages,
  ...exampleMessages,
  ...compareMessages,
  ...recordMessages,
  ...proposalMessages,
  ...jobMessages,
  ...accountMessages,
});
