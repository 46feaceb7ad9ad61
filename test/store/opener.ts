// A program of its own that opens a database, which brings it to the newest shape: `node opener.ts PLACE`.
import type { DatabasePlace } from '@tiaoli/store';
import { openDatabase } from '@tiaoli/store';

const place: DatabasePlace = JSON.parse(process.argv[2] ?? '');
process.stdout.write('begun\n');
const opened = await openDatabase(place);
if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.diagnostics));
process.stdout.write('opened\n');
await opened.database.close();
