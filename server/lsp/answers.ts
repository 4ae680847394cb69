import { type CancellationToken, ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import { whereOf } from '../failure';
import { withoutLinks } from '../without-links';
import type { Connection } from './wire/connection';
import { LSPErrorCodes } from './wire/constants';

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/** A well-formed request that can't be carried out. The message is for the user. */
export function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, withoutLinks(message));
}

export function invalidParams(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, withoutLinks(message));
}

/**
 * Makes every failure of a handler an answer in plain words. An exception's own message stays here: it
 * may quote the document, and with it a secret.
 */
export function answering(connection: Connection) {
  return <P, R>(what: string, handler: Handler<P, R>): Handler<P, R> =>
    async (params, token) => {
      try {
        return await handler(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`${what}: ${whereOf(error)}`);
        const message = `The language server could not answer (${what}). Its log says where it failed.`;
        throw new ResponseError(ErrorCodes.InternalError, message);
      }
    };
}
