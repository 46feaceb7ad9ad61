import { displayWidth, padToWidth } from '@tiaoli/base';
import type { DocumentVersions } from '@tiaoli/workspace';
import { listVersions } from '@tiaoli/workspace';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { formatOption, newCommand } from '../command-setup.ts';
import { printEach } from '../print/findings.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes } from '../usage-error.ts';
import { loadPolicies } from './load-policies.ts';

interface VersionsOptions {
  readonly format: 'pretty' | 'json';
}

export function versionsCommand(setup: CommandSetup): Command {
  const text = {
    zh: '列出文件及其版本，各在何时有效',
    en: 'list documents and their versions, in force when',
  };
  return newCommand(setup, 'versions', text, 'tiaoli versions policies --format json')
    .argument('[PATH...]', setup.terminal.language === 'zh' ? '文件或文件夹' : 'files or folders')
    .addOption(formatOption(setup, ['pretty', 'json']))
    .action(
      setup.run(async (paths: readonly string[], { format }: VersionsOptions) => {
        const { terminal } = setup;
        const { files, policies } = await loadPolicies(terminal, paths);
        const documents = listVersions(policies, files.isAsked);
        if (format === 'json') {
          terminal.print(`${JSON.stringify({ documents }, undefined, 2)}\n`);
        } else printVersions(terminal, documents);
        printEach({ ...terminal, print: terminal.note }, policies.unreadable, policies.texts);
        return policies.unreadable.length > 0 ? exitCodes.finding : exitCodes.success;
      }),
    );
}

function printVersions(terminal: Terminal, documents: readonly DocumentVersions[]): void {
  const refs = documents.flatMap(({ versions }) => versions.map(({ ref }) => displayWidth(ref)));
  const width = Math.max(0, ...refs);
  for (const { title, jurisdiction, versions } of documents) {
    terminal.print(`${title}（${jurisdiction}）\n`);
    for (const { ref, from, to, file } of versions) {
      const until = to ?? say(terminal, { zh: '今', en: 'open' });
      const period = padToWidth(`${from} — ${until}`, 23);
      terminal.print(`  ${padToWidth(ref, width)}  ${period}  ${file}\n`);
    }
  }
}
