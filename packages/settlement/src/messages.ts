import { reporterOf } from '@tiaoli/base';
import { caseMessages } from './case-messages.ts';

/** A finding of this package at a place, with its texts from the catalogue. */
export const report = reporterOf(caseMessages);
