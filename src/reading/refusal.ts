/** Codes of refusals that this server decides itself, before anything is sent upstream. */
export type RefusalCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_CONFIGURED'
  | 'UNKNOWN_FIELD'
  | 'ESTATE_LANGUAGE_MISSING'
  | 'QUERY_TOO_COMPLEX'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'OVERLOADED';

/** A request, or a part of it, that is not carried out; the message says what would be accepted. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** The numbers of the message, for programs. */
  readonly numbers: Readonly<Record<string, object | number>>;

  constructor(code: RefusalCode, message: string, numbers: Readonly<Record<string, object | number>> = {}) {
    super(message);
    this.code = code;
    this.numbers = numbers;
  }
}
