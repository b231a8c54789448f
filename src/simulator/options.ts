import type { ArchiveOptions } from './archive/options.ts';

/** What the manual leaves open, each with a safe default; all may be switched while the simulator runs. */
export interface SimulatorOptions {
  archive: ArchiveOptions;
}
