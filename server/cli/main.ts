import { CallError } from './callError.ts';
import { run } from './run.ts';

// A reader that stops early, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = 2;
    if (error instanceof CallError) process.stderr.write(`grounded: ${error.message}\n`);
    else process.stderr.write(`grounded: this is a bug, please report it.\n${describe(error)}\n`);
  },
);

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
