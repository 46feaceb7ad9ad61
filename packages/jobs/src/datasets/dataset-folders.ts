import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the populations, hidden: a folder for each office, by the id of its place, in which its datasets lie. */
const offices = '.offices';

/** Where people are that a job has made, in a folder of their own with whatever was begun of them. */
const made = 'people';

/** As a row of a dataset names its folder, of one that was put there by hand. */
export function placedFolder(jurisdictionId: string, name: string): string {
  return `${jurisdictionId}/${name}`;
}

/** The same of one that a job makes: begun once more it goes on there. */
export function madeFolder(jurisdictionId: string, jobId: string): string {
  return `${jurisdictionId}/${jobId}/${made}`;
}

/** Where the people of a dataset lie. */
export function peopleFolder(populations: string, folder: string): string {
  return join(populations, offices, folder);
}

/** Results of runs, so that the same question is answered at once. */
export function runsFolder(populations: string): string {
  return join(populations, '.runs');
}

/** Takes away all that is kept of a dataset; nothing happens where it is gone. Rejects where the disk refuses it. */
export async function removePeople(populations: string, folder: string): Promise<void> {
  const [office = '', name = ''] = folder.split('/');
  if (office === '' || name === '') throw new Error(`not a folder of a dataset: ${folder}`);
  await rm(join(populations, offices, office, name), { recursive: true, force: true });
}
