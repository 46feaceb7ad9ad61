import type { LocalText } from '@tiaoli/base';
import type { CertificateCode, Checked, Verdict } from '@tiaoli/certificate';
import { certificateMessages, readCertificate, verifyCertificate } from '@tiaoli/certificate';
import { comparedPrograms } from '@tiaoli/diff';
import { bindSides, comparedDays } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand, newOption, policiesOption } from '../command-setup.ts';
import { readFileBytes } from '../files/read-file.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { loadSides } from './load-sides.ts';
import { isRunFolder, verifyRun } from './verify-run.ts';

interface VerifyOptions {
  readonly policies?: string;
  readonly population?: string;
  readonly mapping?: string;
  readonly funds?: string;
  readonly format: 'pretty' | 'json';
}

export function verifyCommand(setup: CommandSetup): Command {
  const text = {
    zh: '独立核对 diff --certificate 写的证书：从两边的政策重新推导每一步，重算每个算例',
    en: 'check a certificate of diff --certificate on its own: every step derived anew, every case settled again',
  };
  const { language } = setup.terminal;
  return newCommand(setup, 'verify', text, 'tiaoli verify certificate.json')
    .argument(
      '<CERTIFICATE>',
      language === 'zh'
        ? '证书文件，或测算的文件夹（重算一遍）'
        : 'the file of the certificate, or the folder of a run (made again)',
    )
    .argument(
      '[OLD]',
      language === 'zh'
        ? '旧的一边；不写则按证书'
        : 'the earlier side; as the certificate says without it',
    )
    .argument(
      '[NEW]',
      language === 'zh'
        ? '新的一边；不写则按证书'
        : 'the later side; as the certificate says without it',
    )
    .addOption(newOption(setup, '--population <folder>', populationText))
    .addOption(newOption(setup, '--mapping <file>', mappingText))
    .addOption(newOption(setup, '--funds <accounts.csv>', accountsText))
    .addOption(policiesOption(setup))
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run(
        async (
          file: string,
          old: string | undefined,
          now: string | undefined,
          options: VerifyOptions,
        ) =>
          (await isRunFolder(setup.terminal, file))
            ? verifyRun(setup.terminal, file, options)
            : verify(setup.terminal, file, [old, now], options),
      ),
    );
}

const populationText = {
  zh: '核对一次测算（它的文件夹）时，人群的文件夹',
  en: 'the folder of the population, to check a run (by its folder)',
};

const mappingText = {
  zh: '核对一次测算时，它用过的对照表',
  en: 'the mapping with which the run was made, if any',
};

const accountsText = {
  zh: '核对一次测算时，它用过的各市基金账目',
  en: 'the accounts of the cities with which the run was made, if any',
};

async function verify(
  terminal: Terminal,
  file: string,
  [old, now]: readonly [string | undefined, string | undefined],
  { policies, format }: VerifyOptions,
): Promise<number> {
  if (old !== undefined && now === undefined) throw new UsageError(bothOrNone);
  const text = new TextDecoder().decode(await readFileBytes(terminal.cwd, file));
  const read = readCertificate(text);
  if (read.kind === 'unusable') return tell(terminal, read, format);
  const references = [old ?? read.before.reference, now ?? read.after.reference] as const;
  const sides = await loadSides(terminal, references, policies);
  const { sides: bound, diagnostics } = bindSides(...sides);
  if (!bound) {
    const texts = new Map(sides.flatMap((side) => [...side.policies.texts]));
    printEach({ ...terminal, print: terminal.note }, diagnostics, texts);
    return exitCodes.failure;
  }
  const programs = comparedPrograms(bound.before, bound.after);
  if (format === 'pretty') {
    const heading = {
      zh: `旧  ${references[0]}\n新  ${references[1]}\n`,
      en: `old  ${references[0]}\nnew  ${references[1]}\n`,
    };
    terminal.print(say(terminal, heading));
  }
  return tell(
    terminal,
    finish(terminal, verifyCertificate(text, ...programs, comparedDays)),
    format,
  );
}

const bothOrNone = {
  zh: 'OLD 和 NEW 要么都写，要么都不写。',
  en: 'Name both OLD and NEW, or neither.',
};

function finish(terminal: Terminal, run: ReturnType<typeof verifyCertificate>): Verdict {
  for (;;) {
    const step = run.next();
    if (step.done) {
      terminal.progress('');
      return step.value;
    }
    const { done, of } = step.value;
    terminal.progress(say(terminal, { zh: `核对 ${done}/${of}`, en: `Checking ${done} of ${of}` }));
  }
}

/** 0 accepted, 1 rejected with the claim that fails, 2 unusable. */
function tell(terminal: Terminal, verdict: Verdict, format: VerifyOptions['format']): number {
  if (format === 'json')
    terminal.print(`${JSON.stringify(verdictJson(terminal, verdict), undefined, 2)}\n`);
  else if (verdict.kind === 'accepted') terminal.print(say(terminal, checkedText(verdict.checked)));
  else terminal.print(say(terminal, refusalText(verdict)));
  switch (verdict.kind) {
    case 'accepted':
      return exitCodes.success;
    case 'rejected':
      return exitCodes.finding;
    case 'unusable':
      return exitCodes.failure;
  }
}

function verdictJson(terminal: Terminal, verdict: Verdict) {
  if (verdict.kind === 'accepted') return { verdict: verdict.kind, checked: verdict.checked };
  const { kind, code } = verdict;
  return { verdict: kind, code, message: say(terminal, messageOf(verdict)) };
}

type Refusal = Exclude<Verdict, { kind: 'accepted' }>;

function messageOf(verdict: Refusal): LocalText {
  return entryOf(verdict.code).message({ place: placeOf(verdict) });
}

function entryOf(code: CertificateCode) {
  return certificateMessages[code];
}

function placeOf(verdict: Refusal): LocalText {
  return verdict.kind === 'rejected' ? verdict.place : { zh: '', en: '' };
}

function refusalText(verdict: Refusal): LocalText {
  const { zh, en } = messageOf(verdict);
  const hint = entryOf(verdict.code).hint?.({ place: placeOf(verdict) });
  const isRejected = verdict.kind === 'rejected';
  return {
    zh: `${isRejected ? '拒绝' : '不能核对'}  ${zh}\n  ${hint?.zh ?? ''}（tiaoli explain ${verdict.code}）\n`,
    en: `${isRejected ? 'Rejected' : 'Unusable'}  ${en}\n  ${hint?.en ?? ''} (tiaoli explain ${verdict.code})\n`,
  };
}

function checkedText(checked: Checked): LocalText {
  const { results, cells, leaves, bounds, witnesses, assumptions } = checked;
  const notes = notesOn(checked);
  return {
    zh: `接受  ${results} 项结果和累计，${cells} 个部分；重新推导 ${leaves} 块、${bounds} 组上下界，重算 ${witnesses} 个算例，核对 ${assumptions} 条前提\n${notes.map(({ zh }) => `  ${zh}\n`).join('')}`,
    en: `Accepted  ${results} results and accumulators in ${cells} parts; ${leaves} pieces and ${bounds} pairs of bounds derived anew, ${witnesses} cases settled again, ${assumptions} assumptions checked\n${notes.map(({ en }) => `  ${en}\n`).join('')}`,
  };
}

/** What an accepted certificate does not say. */
function notesOn({ uncertified, undecided, oneSided }: Checked): readonly LocalText[] {
  return [
    {
      zh: '范围：两边用同样的事实、同样的“之前”，事实在两边都接受的取值之内',
      en: 'Of: the same facts and the same state on both sides, the facts within what both accept',
    },
    ...(uncertified === 0
      ? []
      : [
          {
            zh: `${uncertified} 项结论没有写出证明，未认证`,
            en: `${uncertified} claims have no proof and are not certified`,
          },
        ]),
    ...(undecided === 0
      ? []
      : [
          {
            zh: `${undecided} 处未定，什么也没有断言`,
            en: `${undecided} places are undecided: nothing is claimed of them`,
          },
        ]),
    ...(oneSided === 0
      ? []
      : [
          {
            zh: `${oneSided} 项结果只有一边有，不在证书里`,
            en: `${oneSided} results are of one side alone and no part of it`,
          },
        ]),
  ];
}
