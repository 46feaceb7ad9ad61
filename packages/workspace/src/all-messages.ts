import type { MessageEntry } from '@tiaoli/base';
import { catalogueMessages } from '@tiaoli/catalogue';
import { certificateMessages } from '@tiaoli/certificate';
import { messages as compilerMessages } from '@tiaoli/compiler';
import { factMessages } from '@tiaoli/interpreter';
import { languageMessages } from '@tiaoli/language';
import { regionMessages } from '@tiaoli/regions';
import { caseMessages } from '@tiaoli/settlement';
import { accountMessages } from './account-messages.ts';
import { compareMessages } from './compare-messages.ts';
import { exampleMessages } from './example-messages.ts';
import { jobMessages } from './job-messages.ts';
import { policyMessages } from './policy-messages.ts';
import { proposalMessages } from './proposal-messages.ts';
import { recordMessages } from './record-messages.ts';

/** What is common to the rows of all catalogues, whatever their sentences name. */
export type AnyMessage = Pick<MessageEntry, 'severity' | 'explanation' | 'example'>;

/** The catalogues of every package that reports, as one. */
export function allMessages(): ReadonlyMap<string, AnyMessage> {
  return new Map<string, AnyMessage>([
    ...Object.entries(policyMessages),
    ...Object.entries(exampleMessages),
    ...Object.entries(compareMessages),
    ...Object.entries(recordMessages),
    ...Object.entries(proposalMessages),
    ...Object.entries(jobMessages),
    ...Object.entries(accountMessages),
    ...Object.entries(caseMessages),
    ...Object.entries(factMessages),
    ...Object.entries(catalogueMessages),
    ...Object.entries(compilerMessages),
    ...Object.entries(regionMessages),
    ...Object.entries(certificateMessages),
    ...Object.entries(languageMessages),
  ]);
}
