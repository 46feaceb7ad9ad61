import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { loadPages, serveWorkbench } from '../serving/serve-workbench.ts';
import { plainWatch } from '../serving/server-watch.ts';
import type { ServingOptions } from '../serving/serving-options.ts';
import {
  loopback,
  policiesFolder,
  portOption,
  servingOptions,
} from '../serving/serving-options.ts';
import { forgetAddress, keepAddress } from '../store/demo-address.ts';
import { openDemoStore } from '../store/open-demo-store.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

interface DemoOptions extends ServingOptions {
  readonly data: string;
}

/** What `npm start` runs. There is no other address than this computer's: anybody can be anybody here. */
export function demoCommand(setup: CommandSetup): Command {
  const text = {
    zh: '打开带演示数据的工作台：第一次先建好数据；只在本机，登录不用密码',
    en: 'open the workbench over demonstration data, made at the first start; on this computer alone, without passwords',
  };
  const command = newCommand(setup, 'demo', text, 'tiaoli demo --port 8080');
  for (const option of servingOptions(setup)) command.addOption(option);
  return command
    .addOption(
      newOption(setup, '--data <folder>', {
        zh: '演示数据的文件夹；没有就新建',
        en: 'the folder of the demonstration; made where there is none',
      }).default('demo-data'),
    )
    .action(setup.run((options: DemoOptions) => demo(setup.terminal, options)));
}

async function demo(terminal: Terminal, options: DemoOptions): Promise<number> {
  const policies = await policiesFolder(terminal.cwd, options.policies);
  const populations = resolve(terminal.cwd, options.populations);
  const port = portOption(options.port);
  const folder = resolve(terminal.cwd, options.data);
  const pages = loadPages();
  const served = await openDemoStore(terminal, { folder, policies });
  if (served.kind === 'refused') return served.exitCode;
  const place = {
    ...{ policies, populations, host: loopback, open: options.open },
    ...(port !== undefined && { port }),
  };
  const onServed = async (address: string): Promise<void> => {
    await keepAddress(folder, address);
    terminal.note(say(terminal, startedText(options.data)));
  };
  return serveWorkbench(place, pages, served, plainWatch(terminal), onServed).finally(() =>
    forgetAddress(folder),
  );
}

function startedText(folder: string) {
  return {
    zh: `演示数据在文件夹 ${folder}。打开上面的网址，选一个人登录，不用密码。\n要从头开始：停止后删去文件夹 ${folder}，再运行一次。\n`,
    en: `The demonstration is in the folder ${folder}. Open the address above and choose whom to be; there are no passwords.\nTo begin anew: stop it, delete the folder ${folder}, and run this again.\n`,
  };
}
