/** A call or an input that cannot be used: what, where, and how to mend it. Ends the program with status 2. */
export class CallError extends Error {
  override readonly name = 'CallError';
}
