import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { assertNever } from '@tiaoli/base';
import type { RejectedRow } from '@tiaoli/simulation';
import { faultTexts, importPopulation, LEAST_KEY_BYTES } from '@tiaoli/simulation';
import type { Command } from 'commander';
import type { CommandSetup } from '../command-setup.ts';
import { newCommand, newOption } from '../command-setup.ts';
import { printEach } from '../print/findings.ts';
import { printMade } from '../print/population.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { exitCodes, UsageError } from '../usage-error.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface ImportOptions {
  readonly map: string;
  readonly key: string;
  readonly out: string;
  readonly allowRejected?: boolean;
}

/** An hour: a province's claims are read once. */
const SECONDS = 3600;

export function importCommand(setup: CommandSetup): Command {
  const text = {
    zh: '导入结算数据（CSV、XLSX 或 Parquet，每行一笔），号码换成化名，逐行检查',
    en: 'import claims (CSV, XLSX or Parquet, one per row) under pseudonyms, every row checked',
  };
  const example = 'tiaoli population import claims.csv --map map.json --key site.key --out people';
  return newCommand(setup, 'import', text, example)
    .argument(
      '<FILE>',
      say(setup.terminal, {
        zh: '结算数据；或文件夹，里面是一张表的几个 Parquet 文件',
        en: 'file of the claims, or a folder with the Parquet files of one table',
      }),
    )
    .addOption(
      newOption(setup, '--map <file>', {
        zh: '对照表（JSON）：每一列从文件的哪一列来',
        en: 'mapping (JSON): where each column comes from',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--key <file>', {
        zh: '本单位的密钥，用来换成化名；没有这个文件就新建',
        en: 'key of the site for pseudonyms; made where there is none',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--out <folder>', {
        zh: '写到哪个文件夹（还没有的或空的）',
        en: 'folder to write to (new or empty)',
      }).makeOptionMandatory(),
    )
    .addOption(
      newOption(setup, '--allow-rejected', {
        zh: '舍去有问题的行（清单里记下行数）',
        en: 'leave faulty rows out (the manifest keeps their number)',
      }),
    )
    .action(
      setup.run((file: string, options: ImportOptions) =>
        importClaims(setup.terminal, file, options),
      ),
    );
}

async function importClaims(
  terminal: Terminal,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const full = resolve(terminal.cwd, file);
  const found = await stat(full).catch(() => undefined);
  if (!found) {
    throw new UsageError({ zh: `没有「${file}」这个文件。`, en: `There is no file "${file}".` });
  }
  const text = await readText(terminal, options.map);
  const key = await siteKey(terminal, options.key);
  const imported = await untilInterrupted((signal) =>
    importPopulation({
      file: full,
      mapping: { path: options.map, text },
      folder: resolve(terminal.cwd, options.out),
      key,
      allowRejected: options.allowRejected === true,
      limits: { seconds: SECONDS, signal },
    }),
  );
  switch (imported.kind) {
    case 'made':
      printRows(terminal, imported.rows, imported.rejected);
      printMade(terminal, imported.manifest, options.out);
      return exitCodes.success;
    case 'there-already':
      throw new UsageError({
        zh: `「${options.out}」已经有内容；请写到新的文件夹。`,
        en: `"${options.out}" is not empty; write to a new folder.`,
      });
    case 'refused':
      printRows(terminal, imported.rows, imported.rows.length);
      printEach(terminal, imported.diagnostics, new Map());
      return exitCodes.finding;
    case 'not-made':
      throw new UsageError({
        zh: `没有导入：${imported.reason.zh}。没有留下没写完的人群；请检查磁盘空间和内存，再试一次。`,
        en: `Not imported: ${imported.reason.en}. Nothing half written is left; look at the space on the disk and the memory, and try again.`,
      });
    default:
      return assertNever(imported);
  }
}

/** Row by row what is wrong; the file of rejected rows has all of them. */
function printRows(terminal: Terminal, rows: readonly RejectedRow[], count: number): void {
  for (const { row, column, fault } of rows) {
    const { zh, en } = faultTexts[fault];
    const line = { zh: `第 ${row} 行 ${column}：${zh}`, en: `row ${row} ${column}: ${en}` };
    terminal.note(`${say(terminal, line)}\n`);
  }
  const rest = count - new Set(rows.map(({ row }) => row)).size;
  if (rest <= 0) return;
  const more = { zh: `另有 ${rest} 行没有列出。`, en: `${rest} more rows are not shown.` };
  terminal.note(`${say(terminal, more)}\n`);
}

async function readText(terminal: Terminal, path: string): Promise<string> {
  try {
    return await readFile(resolve(terminal.cwd, path), 'utf8');
  } catch {
    throw new UsageError({ zh: `读不了「${path}」。`, en: `"${path}" cannot be read.` });
  }
}

/** The key of the site; a new one is for its owner only, and never written over. */
async function siteKey(terminal: Terminal, path: string): Promise<Uint8Array> {
  const full = resolve(terminal.cwd, path);
  const known = await readFile(full).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new UsageError({ zh: `读不了「${path}」。`, en: `"${path}" cannot be read.` });
  });
  if (known) {
    if (known.length >= LEAST_KEY_BYTES) return known;
    throw new UsageError({
      zh: `密钥「${path}」不足 ${LEAST_KEY_BYTES} 字节。`,
      en: `The key "${path}" has fewer than ${LEAST_KEY_BYTES} bytes.`,
    });
  }
  const made = randomBytes(LEAST_KEY_BYTES);
  await writeFile(full, made, { mode: 0o600, flag: 'wx' });
  const note = {
    zh: `新建了密钥 ${path}：同一个人以后导入要用同一个密钥，请妥善保管。\n`,
    en: `Made a new key ${path}: keep it, the same person has the same pseudonym only under it.\n`,
  };
  terminal.note(say(terminal, note));
  return made;
}
