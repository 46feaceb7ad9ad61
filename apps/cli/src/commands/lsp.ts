import type { Command } from 'commander';
import { Option } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { UsageError } from '../usage-error.ts';

interface ServerOptions {
  readonly stdio?: boolean;
}

export function lspCommand(setup: CommandSetup): Command {
  const text = {
    zh: '语言服务器：任何支持 LSP 的编辑器都可以用它检查、补全和运行算例',
    en: 'language server: findings, completion and examples for any editor that speaks LSP',
  };
  const stdio = newOption(setup, '--stdio', {
    zh: '经标准输入和标准输出与编辑器通信',
    en: 'talk to the editor over standard input and output',
  });
  // Editors add it by themselves; the connection reads it and ends when that editor does.
  const parent = new Option('--clientProcessId <id>').hideHelp();
  return newCommand(setup, 'lsp', text, 'tiaoli lsp --stdio')
    .addOption(stdio)
    .addOption(parent)
    .action(setup.run((options: ServerOptions) => serve(options)));
}

async function serve({ stdio }: ServerOptions): Promise<number> {
  if (stdio !== true) {
    throw new UsageError({
      zh: '语言服务器由编辑器启动；请写 tiaoli lsp --stdio。',
      en: 'The language server is started by an editor; write tiaoli lsp --stdio.',
    });
  }
  // Loaded here, so that other commands do not wait for it.
  const { serveEditor } = await import('../editor/serve-editor.ts');
  return await serveEditor();
}
