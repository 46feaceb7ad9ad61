export type { DiagnosticExtra, FixView } from './lsp-diagnostics.ts';
export * from './protocol.ts';
export type { SourceHost } from './source-host.ts';
export { startLanguageServer } from './start-server.ts';
