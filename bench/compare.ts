import { isDeepStrictEqual } from 'node:util';
import type { BenchOperation } from './operations.ts';
import type { ServerName } from './servers.ts';

/** What a server has answered, and its data alone: what it says about its answer is no part of it. */
export interface Answered {
  readonly server: ServerName;
  readonly text: string;
}

/** Throws where two servers have not answered the same, or one of them with an error. */
export function compareAnswers({ name }: BenchOperation, answers: readonly Answered[]): void {
  const [first, ...others] = answers.map(({ server, text }) => {
    const { data, errors } = JSON.parse(text);
    if (errors) throw new Error(`${name} at ${server}: ${JSON.stringify(errors).slice(0, 300)}`);
    return { server, value: data as unknown };
  });
  if (!first) return;
  for (const other of others) {
    if (isDeepStrictEqual(other.value, first.value)) continue;
    throw new Error(`${name} is answered differently: ${differing(first, other)}`);
  }
}

/** Both texts around their first difference. */
function differing(...sides: { server: ServerName; value: unknown }[]): string {
  const texts = sides.map(({ value }) => JSON.stringify(value));
  const [one = '', other = ''] = texts;
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return sides
    .map(({ server }, index) => `${server}: …${texts[index]?.slice(Math.max(0, at - 80), at + 80)}…`)
    .join(' ');
}
