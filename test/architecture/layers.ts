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
  interpreter: { imports: ['base', 'ir'], thirdParty: [], browser: true },
  language: {
    imports: ['base', 'ir'],
    thirdParty: ['langium', 'chevrotain'],
    browser: true,
  },
  compiler: { imports: ['base', 'ir'], thirdParty: [], browser: true },
  workspace: {
    imports: ['base', 'ir', 'interpreter', 'language', 'compiler'],
    thirdParty: [],
    browser: false,
  },
  cli: {
    imports: ['base', 'ir', 'interpreter', 'language', 'compiler', 'workspace'],
    thirdParty: ['commander'],
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
