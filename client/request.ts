// Requests to the server that a person waits for.
import * as vscode from 'vscode';
import { type LanguageClient, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageclient/node';

/**
 * Sends a request and shows its progress, with a button that cancels it.
 * Throws CancellationError when the person cancelled, and the server's error otherwise.
 */
export function requestWithProgress<Result>(
  client: LanguageClient,
  title: string,
  method: string,
  params: object,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, async (progress, cancellation) => {
      const workDoneToken = nextToken();
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind === 'report') progress.report({ ...(value.message ? { message: value.message } : {}) });
      });
      try {
        return await request<Result>(client, method, { ...params, workDoneToken }, cancellation);
      } finally {
        listening.dispose();
      }
    }),
  );
}

const NEVER = new vscode.CancellationTokenSource().token;

/** Sends a request. Throws CancellationError where the protocol answers that the request was cancelled. */
export async function request<Result>(
  client: LanguageClient,
  method: string,
  params: object,
  cancellation: vscode.CancellationToken = NEVER,
): Promise<Result> {
  try {
    return await client.sendRequest<Result>(method, params, cancellation);
  } catch (error) {
    if (cancellation.isCancellationRequested || isCancelled(error)) throw new vscode.CancellationError();
    throw error;
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
}

let tokens = 0;

function nextToken(): string {
  tokens += 1;
  return `grounded-${tokens}`;
}
