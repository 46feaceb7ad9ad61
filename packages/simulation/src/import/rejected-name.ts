/** The list of rows that were not taken, beside the files of a population. */
export const REJECTED_NAME = 'rejected.csv';
