import { invalidRequest, restError } from '../answers.ts';
import type { SimulatedAnswer, SimulatedCaller } from '../request.ts';

/** Ends a write before anything is stored. */
export class WriteRefusal extends Error {
  readonly answer: SimulatedAnswer;

  constructor(answer: SimulatedAnswer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

type Answered = SimulatedAnswer | Promise<SimulatedAnswer>;

/** The answer of the write, or that of its refusal. */
export function orRefusal(write: () => SimulatedAnswer): SimulatedAnswer;
export function orRefusal(write: () => Answered): Answered;
export function orRefusal(write: () => Answered): Answered {
  try {
    const answer = write();
    return answer instanceof Promise ? answer.catch(refusedWith) : answer;
  } catch (error) {
    return refusedWith(error);
  }
}

function refusedWith(error: unknown): SimulatedAnswer {
  if (error instanceof WriteRefusal) return error.answer;
  throw error;
}

/** What the server cannot read: 400. */
export function malformed(detail: string): WriteRefusal {
  return new WriteRefusal(invalidRequest(400, detail));
}

/** A right is missing: only the exception's name is documented (9.2). */
export function missingRight(what: string, { options }: SimulatedCaller): WriteRefusal {
  return new WriteRefusal(restError(options.writes.forbiddenStatus, 'SoSentryException', `No right to ${what}`));
}

/** A `test` did not hold: nothing is saved (3.4). */
export function testFailed(path: string): WriteRefusal {
  return new WriteRefusal(restError(409, 'SoException', `The test of '${path}' failed`));
}

/** The rules of the data refuse the save; the texts are in the caller's language, or resource ids without one (9.3). */
export function failedSave(problems: ReadonlyMap<string, string>, caller: SimulatedCaller): WriteRefusal {
  const lines = [...problems].map(([member, text]) => `${member}: ${caller.text(text)}`);
  return new WriteRefusal(restError(caller.options.writes.failedSaveStatus, 'SoException', lines.join('\n')));
}

/** True where the caller's mask of the record names the right, or all of them. */
export function hasRight(right: 'Insert' | 'Update' | 'Delete', caller: SimulatedCaller): boolean {
  const flags = caller.user.rights.tableMask.split(',').map((flag) => flag.trim());
  return flags.includes(right) || flags.includes('FULL');
}

/** Refuses a caller without the right. */
export function requireRight(right: 'Insert' | 'Update' | 'Delete', what: string, caller: SimulatedCaller): void {
  if (!hasRight(right, caller)) throw missingRight(`${right.toLowerCase()} ${what}`, caller);
}
