/** The vendor's words for the codes that the simulator gives; `%s` is filled in. */
const messages = {
  1: 'Unknown error',
  4: 'Invalid or malformed JSON',
  9: 'Empty request',
  13: 'Missing or invalid element: token',
  14: 'Missing or invalid element: request',
  15: 'Missing or invalid element: actions',
  16: 'Missing or invalid attribute: actionid',
  17: 'Empty attribute: actionid',
  18: 'Missing or invalid attribute: resourceid',
  19: 'Missing or invalid attribute: resourcetype',
  20: 'Missing or invalid element: parameters',
  22: 'Not authenticated',
  23: 'Missing configuration for actionId "%s"',
  24: 'Missing configuration for resourceId "%s"',
  25: 'Missing configuration for resourceType "%s"',
  41: 'Customer unknown!',
  42: 'Customer is not active!',
  64: 'Wrong format of addressId',
  69: 'Search cannot be empty',
  74: 'Expected an array: %s',
  76: 'Invalid multiselect key: %s',
  77: 'Invalid singleselect key: %s',
  79: 'Missing record id',
  80: 'Unknown record. The record does not exist or the rights are missing.',
  97: 'Error in action',
  132: 'No or unknown relation given',
  136: 'Your timestamp is too old or your server time is wrong.',
  137: 'The HMAC is invalid.',
  139: 'Picture categories or estateids missing',
  141: 'Unknown field: %s',
  142: 'Unknown operator: %s',
  143: 'Unknown field in estate data: %s',
  149: 'No read permission for this estate',
  151: 'Search string is too short',
  156: 'Access violation',
  160: 'Invalid language: "%s"',
  164: 'Incomplete parameters for geo range search',
  167: 'Missing parameter "%s"',
  183: 'User access not granted',
  185: 'Missing or invalid record ids',
  187: 'Expected no array: %s',
  193: 'Parameter extendedclaim is required, but missing, empty or invalid',
  198: 'Resourceid %s is no main Id',
  201: 'Parameter "extendedclaim" is outdated',
  212: 'Unknown sort field.',
  214: 'Invalid price format!',
  219: 'n:n relations are not allowed',
  228: 'Expected integer: %s',
  229: 'Expected float: %s',
  232: 'Multiselect fields accept only =, !=, like, not like, in, not in',
  235: 'Unknown record id %s',
  243: 'The HMAC is invalid. "%s" should be passed as string',
  248: 'No matching extendedclaim',
  255: 'Invalid value for parameter %s',
  257: 'Invalid filter: %s',
  261: 'Missing write permission for the addresses with the ids %s',
  262: 'Missing write permission for the estates with the ids %s',
  284: 'The requested filterid %s is unknown',
  291: 'Fieldname is not a string',
  302: 'This action support only up to 500 Ids',
} as const;

export type RefusalCode = keyof typeof messages;

/** An action, or a whole request, that the vendor would not carry out. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** The refusal with the vendor's own text. */
export function refuse(code: RefusalCode, detail = ''): Refusal {
  return new Refusal(code, messages[code].replace('%s', detail));
}
