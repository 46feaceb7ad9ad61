import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Certificate } from '@tiaoli/certificate';
import { encodeCertificate } from '@tiaoli/certificate';
import type { Certifying } from '@tiaoli/diff';
import { certify } from '@tiaoli/diff';
import type { BehaviourComparison } from '@tiaoli/workspace';
import { comparedDays } from '@tiaoli/workspace';
import type { Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newOption } from '../command-setup.ts';
import { parseGitReference } from '../files/git-files.ts';
import { unreadable } from '../files/read-file.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export function certificateOption(setup: CommandSetup): Option {
  return newOption(setup, '--certificate <FILE>', {
    zh: '把结果的比较连同证明写成证书，可用 tiaoli verify 独立核对',
    en: 'write what was compared of the results, with its proof, for tiaoli verify',
  });
}

interface Writing {
  readonly references: readonly [string, string];
  readonly file: string;
}

/** Writes the certificate of a comparison; says how much of it could not be written down. */
export async function writeCertificate(
  terminal: Terminal,
  { behaviour, days }: BehaviourComparison,
  { references: [old, now], file }: Writing,
): Promise<void> {
  const references = { before: pinned(old, days.old), after: pinned(now, days.new) };
  const run = certify(behaviour, references, comparedDays);
  const { certificate, terms } = finish(terminal, run);
  const text = encodeCertificate(certificate, terms, engine);
  try {
    await writeFile(resolve(terminal.cwd, file), text);
  } catch (error) {
    throw new UsageError(unreadable(file, error));
  }
  const open = uncertifiedIn(certificate);
  const note = {
    zh: `证书写在 ${file}（${open === 0 ? '全部结论都有证明' : `${open} 项结论没有写出证明`}）\n`,
    en: `The certificate is in ${file} (${open === 0 ? 'every claim with its proof' : `${open} claims without proof`}).\n`,
  };
  terminal.note(say(terminal, note));
}

const engine = 'tiaoli 0.1.0';

/** With its day, so that it means the same when a later version comes; a file and a revision are pinned as they are. */
function pinned(reference: string, day: string): string {
  const isOwn = parseGitReference(reference) !== undefined || reference.endsWith('.tiaoli');
  return isOwn || reference.includes('@') ? reference : `${reference}@${day}`;
}

function finish(terminal: Terminal, run: ReturnType<typeof certify>): Certifying {
  for (;;) {
    const step = run.next();
    if (step.done) {
      terminal.progress('');
      return step.value;
    }
    const { done, of, name } = step.value;
    const text = {
      zh: `写下证明 ${done}/${of} ${name}`,
      en: `Writing the proof, ${done} of ${of}: ${name}`,
    };
    terminal.progress(say(terminal, text));
  }
}

function uncertifiedIn({ results }: Certificate): number {
  return results.flatMap(({ claims }) => claims).filter(({ uncertified }) => uncertified).length;
}
