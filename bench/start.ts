import { request } from 'undici';
import { median } from './measure.ts';
import { operations } from './operations.ts';
import type { UpstreamAddress } from './processes.ts';
import { launch, type ServerName } from './servers.ts';

const attempts = 5;
const patienceMs = 30_000;
const pauseMs = 5;

/** Milliseconds from the start of the process to its first answer, which needs the upstream: the median of five. */
export async function measureStart(name: ServerName, upstream: UpstreamAddress): Promise<number> {
  const [operation] = operations;
  if (!operation) throw new Error('there is nothing to ask');
  const times: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const startedAt = performance.now();
    const { measured, port, question } = await launch(name, upstream);
    const asked = question(operation);
    const isAnswered = async () => {
      const answer = await request(`http://127.0.0.1:${port}${asked?.path}`, {
        ...{ method: asked?.body ? 'POST' : 'GET', body: asked?.body ?? null },
        headers: { 'content-type': 'application/json', authorization: upstream.ticket },
      });
      const text = await answer.body.text();
      return answer.statusCode === 200 && text.includes('"contactId":7');
    };
    while (!(await isAnswered().catch(() => false))) {
      if (performance.now() - startedAt > patienceMs) throw new Error(`${name} does not start`);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    times.push(performance.now() - startedAt);
    const gone = new Promise((resolve) => measured.child.once('exit', resolve));
    measured.stop();
    await gone;
  }
  return median(times);
}
