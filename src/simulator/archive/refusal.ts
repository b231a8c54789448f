import type { SimulatedAnswer } from '../request.ts';

/** Why a question to an archive cannot be answered; raised while it is read, answered in the vendor's error shape. */
export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal';
  readonly errorType: string;
  /** A status of its own; undefined: the one that the options name. */
  readonly status: number | undefined;

  constructor(message: string, errorType = 'ArgumentException', status?: number) {
    super(message);
    this.errorType = errorType;
    this.status = status;
  }
}

/** The answer of a refusal: REST errors name their text `ErrorMessage` (9.1). */
export function refusalAnswer(refusal: ArchiveRefusal, status: number): SimulatedAnswer {
  return {
    status: refusal.status ?? status,
    body: {
      Error: true,
      ErrorType: refusal.errorType,
      ErrorMessage: refusal.message,
      ErrorSource: 'SuperOffice.Services.Implementation',
    },
  };
}

/** Runs the question; its refusal becomes an answer, any other error is a fault of the simulator and goes on. */
export function answerOrRefuse(status: number, ask: () => SimulatedAnswer): SimulatedAnswer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ArchiveRefusal) return refusalAnswer(error, status);
    throw error;
  }
}
