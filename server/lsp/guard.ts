import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Logger } from '../host/log.ts';

export type Guard = <P, R>(
  name: string,
  empty: R,
  handle: (params: P, token: CancellationToken) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R>;

/** Wraps handlers: a cancelled one answers so, and a bug in one is logged and answered with `empty`. */
export function createGuard(logger: Logger): Guard {
  return (name, empty, handle) => async (params, token) => {
    try {
      const answer = await handle(params, token);
      if (!token.isCancellationRequested) return answer;
    } catch (error) {
      if (!token.isCancellationRequested) {
        logger.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
        return empty;
      }
    }
    throw new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
  };
}
