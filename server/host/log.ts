/** Where the hosts say what they do; the language server writes to the client's log, the command line to standard error. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
