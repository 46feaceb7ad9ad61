import { formatPolicies } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { defaultPolicies, openPolicyFiles } from '../files/policy-files.ts';
import { readSources } from '../files/read-sources.ts';
import { printEach } from '../print/findings.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';

interface FormatOptions {
  readonly check?: boolean;
  readonly keywords?: 'zh' | 'en';
}

export function formatCommand(setup: CommandSetup): Command {
  const { terminal } = setup;
  const text = {
    zh: '排成规范格式；可在中文与英文关键字之间转换',
    en: 'bring policies to canonical form; convert between Chinese and English keywords',
  };
  const keywords = newOption(setup, '--keywords <language>', {
    zh: '把关键字转换成中文或英文，含义不变',
    en: 'convert the keywords, the meaning stays the same',
  }).choices(['zh', 'en']);
  const check = newOption(setup, '--check', {
    zh: '只检查，不改写文件',
    en: 'look only, change nothing',
  });
  return newCommand(setup, 'fmt', text, 'tiaoli fmt --check policies')
    .argument('[PATH...]', terminal.language === 'zh' ? '文件或文件夹' : 'files or folders')
    .addOption(check)
    .addOption(keywords)
    .action(
      setup.run((paths: readonly string[], options: FormatOptions) =>
        formatFiles(setup, paths, options),
      ),
    );
}

async function formatFiles(
  { terminal }: CommandSetup,
  paths: readonly string[],
  options: FormatOptions,
): Promise<number> {
  const asked = paths.length > 0 ? paths : [defaultPolicies];
  const files = await openPolicyFiles(terminal.cwd, asked);
  const sources = (await files.list()).filter(files.isAsked);
  if (sources.length === 0) {
    throw new UsageError({
      zh: `${asked.join('、')} 中没有 .tiaoli 文件。`,
      en: `There are no .tiaoli files in ${asked.join(', ')}.`,
    });
  }
  const { changed, unchanged, refused, findings } = await formatPolicies(files, sources, options);
  printEach(terminal, findings, await readSources(files, findings));
  for (const path of changed) terminal.print(`${path}\n`);
  const count = changed.length + unchanged.length + refused.length;
  const done = options.check
    ? { zh: '需要排版', en: 'not in canonical form' }
    : { zh: '已排版', en: 'formatted' };
  const text = {
    zh: `共 ${count} 个文件：${changed.length} 个${done.zh}，${refused.length} 个有错误不能排版。`,
    en: `${count} files: ${changed.length} ${done.en}, ${refused.length} with errors left alone.`,
  };
  terminal.print(`${say(terminal, text)}\n`);
  const pending = options.check === true && changed.length > 0;
  return refused.length > 0 || pending ? exitCodes.finding : exitCodes.success;
}
