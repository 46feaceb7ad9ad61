import type { Command } from 'commander';
import type { CommandSetup } from './command-setup.ts';

type CreateCommand = (setup: CommandSetup) => Command;

/** By name, in the order of the help. Each brings packages of its own: who checks need not wait for what simulates. */
const commands: Readonly<Record<string, () => Promise<CreateCommand>>> = {
  check: async () => (await import('./commands/check.ts')).checkCommand,
  fmt: async () => (await import('./commands/format.ts')).formatCommand,
  test: async () => (await import('./commands/test.ts')).testCommand,
  calc: async () => (await import('./commands/calc.ts')).calcCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  compile: async () => (await import('./commands/compile.ts')).compileCommand,
  versions: async () => (await import('./commands/versions.ts')).versionsCommand,
  diff: async () => (await import('./commands/diff.ts')).diffCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  unify: async () => (await import('./commands/unify.ts')).unifyCommand,
  services: async () => (await import('./commands/services.ts')).servicesCommand,
  catalogue: async () => (await import('./commands/catalogue.ts')).catalogueCommand,
  population: async () => (await import('./commands/population.ts')).populationCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  lsp: async () => (await import('./commands/lsp.ts')).lspCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  user: async () => (await import('./commands/user.ts')).userCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  'verify-store': async () => (await import('./commands/verify-store.ts')).verifyStoreCommand,
  'import-policies': async () =>
    (await import('./commands/import-policies.ts')).importPoliciesCommand,
  'export-policies': async () =>
    (await import('./commands/export-policies.ts')).exportPoliciesCommand,
  'proposal-papers': async () =>
    (await import('./commands/proposal-papers.ts')).proposalPapersCommand,
  pull: async () => (await import('./commands/pull.ts')).pullCommand,
  push: async () => (await import('./commands/push.ts')).pushCommand,
  propose: async () => (await import('./commands/propose.ts')).proposeCommand,
  tour: async () => (await import('./commands/tour.ts')).tourCommand,
};

/** The command that a call begins with; all of them where it begins with none, for the help and for what is said of that. */
export async function loadCommands([first = '']: readonly string[]): Promise<
  readonly CreateCommand[]
> {
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return Promise.all((named ? [named] : Object.values(commands)).map((load) => load()));
}
