import type { UpstreamErrorKind } from '../errors.ts';
import { UpstreamError } from '../errors.ts';
import { tellable } from '../secrets.ts';
import type { StatusWire } from './wire.ts';

/** The manual's codes by what they mean to us. A code that stands nowhere is `unavailable`: nothing is known of it. */
const codes: Partial<Record<UpstreamErrorKind, readonly number[]>> = {
  // Token, secret, HMAC, clock, account, and the claim of a marketplace call.
  unauthenticated: [13, 22, 28, 30, 40, 41, 42, 43, 45, 47, 48, 49, 104, 136, 137, 153, 193, 201, 243, 248, 286],
  forbidden: [131, 149, 156, 158, 170, 174, 175, 176, 183, 184, 240, 253, 261, 262],
  notFound: [80, 127, 235, 251, 279, 292, 293],
  conflict: [161, 239],
  // Unknown fields, values, filters, parameters, records that the CRM would not write, relations, files, search.
  invalid: [
    64, 65, 67, 68, 69, 73, 74, 75, 76, 77, 78, 79, 88, 91, 92, 93, 95, 110, 129, 132, 138, 139, 141, 142, 143, 144,
    145, 151, 154, 160, 162, 164, 167, 168, 172, 173, 177, 178, 179, 180, 181, 182, 185, 187, 188, 189, 190, 198, 204,
    205, 210, 212, 213, 214, 215, 219, 227, 228, 229, 232, 252, 254, 255, 256, 257, 270, 282, 284, 291, 294, 302,
  ],
  // What was sent was not understood, or not offered by this installation.
  malformed: [3, 4, 5, 6, 7, 8, 9, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 199, 247],
};

const kinds = new Map<number, UpstreamErrorKind>(
  Object.entries(codes).flatMap(([kind, numbers]) =>
    numbers.map((code): [number, UpstreamErrorKind] => [code, kind as UpstreamErrorKind]),
  ),
);

/** A refusal as our error: the vendor's code is its `type`, the vendor's words its `text`, unless they hold one of `secrets`. */
export function refusal(status: StatusWire, secrets: readonly string[]): UpstreamError {
  const text = tellable(status.message, secrets);
  return new UpstreamError('onoffice', kinds.get(status.errorcode) ?? 'unavailable', {
    type: String(status.errorcode),
    ...(status.code === undefined ? {} : { status: status.code }),
    ...(text === undefined ? {} : { text }),
  });
}

const unknownFieldCodes = new Set(['75', '138', '141', '143', '145']);

/** The field that a refusal calls unknown or deactivated (141 on reads); null for any other error. */
export function unknownField(error: unknown): string | null {
  if (!(error instanceof UpstreamError) || error.system !== 'onoffice' || !unknownFieldCodes.has(error.type ?? '')) {
    return null;
  }
  // `Unknown field: kaufpreis`, `Unknown field: "kaufpreis"`, `Unknown field in estate data: kaufpreis`
  return /:\s*"?([^"\s]+)"?\s*$/.exec(error.text ?? '')?.[1] ?? null;
}

/** onOffice, or this customer's, has no language of that code (160). */
export function isUnknownLanguage(error: unknown): boolean {
  return error instanceof UpstreamError && error.system === 'onoffice' && error.type === '160';
}

/** The order named a field that cannot be sorted by (212): the manual's text does not say which. */
export function isUnknownSortField(error: unknown): boolean {
  return error instanceof UpstreamError && error.system === 'onoffice' && error.type === '212';
}
