import type * as Lsp from 'vscode-languageserver';

/** Of JSON-RPC and LSP, so far as they are used here. */
export const ErrorCodes = {
  MethodNotFound: -32601,
  InvalidParams: -32602,
  InternalError: -32603,
  RequestFailed: -32803,
  RequestCancelled: -32800,
} as const satisfies Partial<typeof Lsp.ErrorCodes & typeof Lsp.LSPErrorCodes>;

/** What a request is answered with instead of a result: by this server, or by the client. */
export class ResponseError extends Error {
  override readonly name = 'ResponseError';

  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}
