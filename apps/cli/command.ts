/** One thing that the command line does. */
export interface Command {
  /** As it is typed: `import companies`. */
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly summary: string;
  /** @throws UsageError where the words are wrong, CommandError where it cannot be done */
  run(args: string[]): Promise<void>;
}

/** It cannot be done; the message says why, to the person who typed it. */
export class CommandError extends Error {}

/** What was typed is not understood: the usage is shown with it. */
export class UsageError extends CommandError {}

/** A line for the person at the terminal; standard output is for results. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);
