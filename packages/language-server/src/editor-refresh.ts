import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';

/** Asks the editor to ask again for what it shows, as far as it can be asked. */
export function createRefresh(
  connection: Connection,
  { workspace = {} }: ClientCapabilities,
): () => void {
  const asked = [
    workspace.codeLens?.refreshSupport ? CodeLensRefreshRequest.type : [],
    workspace.inlayHint?.refreshSupport ? InlayHintRefreshRequest.type : [],
    workspace.semanticTokens?.refreshSupport ? SemanticTokensRefreshRequest.type : [],
  ].flat();
  return () => {
    for (const request of asked) {
      // An editor that cannot do it now will ask by itself later.
      connection.sendRequest(request).catch(() => undefined);
    }
  };
}
