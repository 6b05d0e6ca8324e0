import { join } from 'node:path';
import { CallError } from '../callError.ts';

/** Starts the language server, which is a bundle of its own so that the other commands need not load it. */
export async function lsp(args: readonly string[]): Promise<null> {
  if (!args.includes('--stdio'))
    throw new CallError('the language server speaks on standard input and output only; call "grounded lsp --stdio".');
  const server = join(__dirname, 'server.js');
  try {
    require.resolve(server);
  } catch {
    throw new CallError(`the language server is not there (${server}). Build it by "npm run build".`);
  }
  require(server);
  return null;
}
