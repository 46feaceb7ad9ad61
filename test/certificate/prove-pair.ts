import type { Verdict } from '@tiaoli/certificate';
import { encodeCertificate, verifyCertificate } from '@tiaoli/certificate';
import type { Behaviour } from '@tiaoli/diff';
import { certify } from '@tiaoli/diff';
import type { Program, WorkingDays } from '@tiaoli/ir';

/** Two programs as they are compared, with the certificate of everything that was found. */
export interface Proved {
  readonly before: Program;
  readonly after: Program;
  readonly text: string;
}

export function proved(behaviour: Behaviour, workingDays?: WorkingDays): Proved {
  const { before, after } = behaviour;
  const references = { before: before.document, after: after.document };
  const { certificate, terms } = finish(certify(behaviour, references, workingDays));
  return { before, after, text: encodeCertificate(certificate, terms, 'test') };
}

export function verdictOf({ before, after, text }: Proved, workingDays?: WorkingDays): Verdict {
  return finish(verifyCertificate(text, before, after, workingDays));
}

/** Runs to the end and gives what comes of it. */
export function finish<T>(run: Generator<unknown, T>): T {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}
