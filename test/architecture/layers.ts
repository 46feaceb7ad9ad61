/** What the source of one package or app may import, tests beside the code included. */
export interface Layer {
  /** Workspace packages; each must stand above in the table, so the table is the DAG. */
  readonly imports: readonly string[];
  /** Packages of other people. */
  readonly thirdParty: readonly string[];
  /** Whether the code runs in a browser; if so, it may import nothing of `node:`. */
  readonly browser: boolean;
}

/** The table of ARCHITECTURE.md, from the bottom up. */
export const layers: Readonly<Record<string, Layer>> = {
  base: { imports: [], thirdParty: [], browser: true },
  ir: { imports: ['base'], thirdParty: [], browser: true },
  calendar: { imports: ['base', 'ir'], thirdParty: ['chinese-days'], browser: true },
  interpreter: { imports: ['base', 'ir'], thirdParty: [], browser: true },
  language: {
    imports: ['base', 'ir'],
    thirdParty: ['langium', 'chevrotain', 'diff'],
    browser: true,
  },
  // What comes in from offices; it prints through the language's own formatter.
  import: {
    imports: ['base', 'language'],
    thirdParty: ['parse5', 'saxes', 'yauzl'],
    browser: false,
  },
  catalogue: { imports: ['base', 'ir'], thirdParty: ['papaparse'], browser: true },
  compiler: { imports: ['base', 'ir'], thirdParty: [], browser: true },
  // INVARIANT: it judges `regions`, and so it shares nothing with it.
  certificate: { imports: ['base', 'ir', 'interpreter'], thirdParty: [], browser: true },
  regions: {
    imports: ['base', 'ir', 'interpreter', 'compiler'],
    thirdParty: [],
    browser: true,
  },
  diff: {
    imports: ['base', 'ir', 'interpreter', 'compiler', 'certificate', 'regions'],
    thirdParty: ['diff'],
    browser: true,
  },
  settlement: {
    imports: ['base', 'ir', 'interpreter', 'language', 'catalogue', 'compiler'],
    thirdParty: [],
    browser: true,
  },
  'language-server': {
    imports: [
      'base',
      'ir',
      'calendar',
      'interpreter',
      'language',
      'compiler',
      'regions',
      'settlement',
    ],
    thirdParty: ['pinyin-pro', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
    browser: true,
  },
  workspace: {
    imports: [
      'base',
      'ir',
      'calendar',
      'interpreter',
      'language',
      'catalogue',
      'compiler',
      'certificate',
      'regions',
      'diff',
      'settlement',
    ],
    thirdParty: ['pinyin-pro'],
    browser: false,
  },
  store: {
    imports: ['base', 'ir', 'workspace'],
    thirdParty: [
      '@electric-sql/pglite',
      '@prisma/adapter-pg',
      '@prisma/client',
      'pg',
      'pglite-prisma-adapter',
    ],
    browser: false,
  },
  accounts: {
    imports: ['base', 'workspace', 'store'],
    thirdParty: ['better-auth', 'openid-client', 'uqr'],
    browser: false,
  },
  api: {
    imports: ['base', 'workspace'],
    thirdParty: ['@hono/zod-openapi', 'hono'],
    browser: false,
  },
  // INVARIANT: it knows the API by its description alone, as any other program does.
  client: { imports: [], thirdParty: ['openapi-fetch'], browser: true },
  simulation: {
    imports: ['base', 'ir', 'interpreter', 'compiler', 'diff', 'settlement'],
    thirdParty: ['@duckdb/node-api', 'papaparse', 'saxes', 'yauzl'],
    browser: false,
  },
  // INVARIANT: of `simulation` it takes types alone, so that the page can show a result.
  reports: { imports: ['base', 'simulation'], thirdParty: ['echarts'], browser: true },
  // Apart from `documents`, which the bundler of the pages reads: a bundler is nothing to bundle.
  'chart-script': { imports: ['reports'], thirdParty: ['echarts', 'esbuild'], browser: false },
  documents: {
    imports: [
      'base',
      'ir',
      'import',
      'interpreter',
      'compiler',
      'regions',
      'diff',
      'settlement',
      'workspace',
      'reports',
    ],
    thirdParty: ['docx', 'xmlbuilder2'],
    browser: false,
  },
  jobs: {
    imports: ['base', 'diff', 'workspace', 'simulation', 'documents'],
    thirdParty: [],
    browser: false,
  },
  web: {
    imports: [
      'base',
      'ir',
      'interpreter',
      'language',
      'import',
      'compiler',
      'diff',
      'settlement',
      'language-server',
      'workspace',
      'client',
      'simulation',
      'reports',
      'chart-script',
      'documents',
    ],
    thirdParty: [
      '@ant-design/icons',
      '@ant-design/nextjs-registry',
      '@hono/node-server',
      '@tanstack/react-query',
      'antd',
      'dayjs',
      'echarts',
      'esbuild',
      'idb-keyval',
      'marked',
      'monaco-editor',
      'next',
      'next-intl',
      'papaparse',
      'react',
      'react-dom',
      'vscode-languageserver',
      'zod',
    ],
    browser: false,
  },
  cli: {
    imports: [
      'base',
      'ir',
      'interpreter',
      'language',
      'import',
      'compiler',
      'certificate',
      'regions',
      'diff',
      'settlement',
      'language-server',
      'workspace',
      'store',
      'accounts',
      'jobs',
      'api',
      'client',
      'simulation',
      'reports',
      'chart-script',
      'documents',
      'web',
    ],
    thirdParty: ['commander', 'open', 'pino', 'prom-client', 'vscode-languageserver'],
    browser: false,
  },
  // Above all others: it packs them.
  bundle: {
    imports: ['chart-script', 'store', 'web'],
    thirdParty: ['@cyclonedx/cyclonedx-library', 'esbuild'],
    browser: false,
  },
};

/** What a test beside the code may import on top of its package's layer, `node:` included. */
export const testTools: readonly string[] = ['vitest', 'fast-check'];

/** The fixed folders at the top of the repository; folders that begin with a dot are not counted. */
export const topFolders: readonly string[] = [
  'apps',
  'docs',
  'grammars',
  'packages',
  'policies',
  'test',
];
