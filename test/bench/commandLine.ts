/** The arguments of a program over a folder: `FOLDER [--NAME N]…`. */
export interface CommandLine {
  readonly folder: string;
  /** The number behind an option, or what counts where it is not given. */
  option(name: `--${string}`, otherwise: number): number;
}

/** Null where no folder is named, which is then said. */
export function commandLine(): CommandLine | null {
  const [folder, ...options] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('Name the folder that holds the papers.');
    process.exitCode = 2;
    return null;
  }
  const option = (name: string, otherwise: number): number =>
    options.includes(name) ? Number(options[options.indexOf(name) + 1]) : otherwise;
  return { folder, option };
}
