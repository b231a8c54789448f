import { vi } from 'vitest';

/** Waits until a check holds that waits for nothing but others' work: as long as a busy machine may need, not as long as it should. */
export function eventually<T>(check: () => T): Promise<Awaited<T>> {
  return vi.waitFor(check, { timeout: 8000, interval: 20 }) as Promise<Awaited<T>>;
}
