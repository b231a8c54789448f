/** Asks an upstream whether it can be reached at all; false, or an error, is no. */
export type Probe = () => Promise<boolean>;

export type UpstreamState = 'reachable' | 'unreachable' | 'not configured';

export type Readiness =
  | {
      readonly ready: boolean;
      readonly superoffice: UpstreamState;
      readonly onoffice: UpstreamState;
      /** `unreachable`: operations are answered all the same, with what this replica can do alone. */
      readonly redis: UpstreamState;
    }
  /** The process is about to end. */
  | { readonly ready: false; readonly ending: true };

/** How long an answer is kept, so that probing this server does not probe the upstreams as often. */
const keptMs = 5000;

/**
 * Whether operations should be sent here, and how each upstream stands. One upstream that is down does not take the
 * server out of service: what depends on the other one is still answered. With none reachable it is not ready.
 */
export function createReadiness(
  probes: { superoffice: Probe | null; onoffice: Probe | null },
  redis: () => UpstreamState = () => 'not configured',
) {
  const superoffice = kept(probes.superoffice);
  const onoffice = kept(probes.onoffice);
  let draining = false;
  return {
    /** From now on nothing new should come: the process is about to end. */
    drain(): void {
      draining = true;
    },
    async state(): Promise<Readiness> {
      // Said at once: an upstream that hangs must not keep it back.
      if (draining) return { ready: false, ending: true };
      const [first, second] = await Promise.all([superoffice(), onoffice()]);
      const ready = [first, second].includes('reachable');
      return { ready, superoffice: first, onoffice: second, redis: redis() };
    },
  };
}

function kept(probe: Probe | null): () => Promise<UpstreamState> {
  if (!probe) return async () => 'not configured';
  let until = 0;
  let answer: Promise<UpstreamState> = Promise.resolve('unreachable');
  return () => {
    if (performance.now() >= until) {
      until = performance.now() + keptMs;
      answer = probe().then(
        (reachable) => (reachable ? 'reachable' : 'unreachable'),
        () => 'unreachable',
      );
    }
    return answer;
  };
}
