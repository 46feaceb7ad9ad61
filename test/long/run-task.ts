// One piece of the long run, in a process of its own: `node test/long/run-task.ts NAME REPORT`.
//
// Lines go to standard output; the report is written whole at the end, so a piece that was stopped has none.
import { renameSync, writeFileSync } from 'node:fs';
import { longTasks } from './tasks.ts';

const [name, file] = process.argv.slice(2);
const task = (await longTasks()).find((each) => each.name === name);
if (!task || !file) throw new Error(`no piece ${name}`);
const report = await task.run((line) => process.stdout.write(`${line}\n`));
writeFileSync(`${file}.part`, JSON.stringify(report));
renameSync(`${file}.part`, file);
