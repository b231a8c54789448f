import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What stands behind the name of a program. `--help` is answered with its help, and what it does not take with 2; both end it. */
export function commandLine<const Takes extends ParseArgsConfig>(help: string, takes: Takes) {
  const args = takes.args ?? process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    process.exit(0);
  }
  try {
    return parseArgs(takes);
  } catch (error) {
    return misread(help, error);
  }
}

/** Ends a program whose line makes no sense. */
export function misread(help: string, error: unknown): never {
  console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
  process.exit(2);
}
