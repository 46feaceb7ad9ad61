import { join } from 'node:path';

/** The folder that everything is taken from. */
export const repository = join(import.meta.dirname, '../../..');

/** Programs that run by themselves; what they import is what goes along. */
export const programs = [
  'apps/cli/src/main.ts',
  'apps/cli/src/analysis/analyse-group.ts',
  'apps/web/src/jobs/comparison-thread.ts',
  'apps/web/src/jobs/desk-thread.ts',
  'apps/web/src/jobs/simulation-process.ts',
  'packages/chart-script/src/draw-charts.ts',
  'packages/jobs/src/child-main.ts',
  'packages/simulation/src/columnar/child-main.ts',
] as const;

/** Folders and files of ours that go along; everything below them that runs or is read when it runs. */
export const ownFolders = [
  ...['apps/cli', 'apps/web', 'docs/handbook', 'grammars', 'packages', 'policies'],
] as const;
export const ownFiles = ['LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json'] as const;

/** Packages that are built into the pages, or build them, and are not needed to show them. */
export const builtIn: ReadonlySet<string> = new Set([
  '@ant-design/icons',
  '@ant-design/nextjs-registry',
  '@img/colour',
  '@tanstack/react-query',
  'antd',
  'dayjs',
  'idb-keyval',
  'monaco-editor',
  'next-intl',
  // Scales pictures and compiles pages; there are no such pictures, and the pages are compiled.
  'sharp',
]);

/** Likewise, by the beginning of their names. */
export const builtInPrefixes = ['@next/swc-', '@img/sharp-'] as const;
