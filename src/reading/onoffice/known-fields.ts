import type { ActionAnswer } from '../../upstream/onoffice/actions.ts';
import type { Parameters } from '../../upstream/onoffice/client.ts';
import { unknownField } from '../../upstream/onoffice/errors.ts';
import { estateFields } from '../../upstream/onoffice/fields.ts';
import { Refusal } from '../refusal.ts';
import type { EstateScope } from './scope.ts';

/** An answer, and which of the fields asked for the customer does not have. */
export interface KnownAnswer extends ActionAnswer {
  readonly lacking: ReadonlySet<string>;
}

const MOST_REPEATS = 5;

/**
 * Reads records with those of the fields that the customer has. One that is unknown or deactivated makes onOffice refuse the
 * whole read (141), so it is repeated without; but never without a condition or an order, which would show what they hide.
 */
export async function readKnown(
  scope: EstateScope,
  module: 'estate' | 'address',
  parameters: Parameters,
  fields: readonly string[],
): Promise<KnownAnswer> {
  const { memory, onoffice } = scope;
  for (let repeats = 0; ; repeats++) {
    // What reads beside this one have found out counts as well: each answer names one field alone.
    const lacking = new Set(fields.filter((name) => memory.lacks(module, name)));
    const data = fields.filter((name) => !lacking.has(name));
    try {
      return { ...(await onoffice.read(module, { ...parameters, data }, '')), lacking };
    } catch (error) {
      const name = unknownField(error);
      const isCondition = name !== null && conditionsOf(parameters).includes(name);
      if (name === null || isCondition || !data.includes(name)) throw error;
      memory.learnLack(module, name);
      for (const each of await unlisted(scope, module, data)) memory.learnLack(module, each);
      if (repeats === MOST_REPEATS) throw new Refusal('UNKNOWN_FIELD', lacksTooMany(name));
    }
  }
}

const lacksTooMany = (name: string): string =>
  `This customer of onOffice lacks more than ${MOST_REPEATS} of the fields asked for, ${name} among them.`;

const conditionsOf = ({ filter = {}, sortby = {} }: Parameters): string[] => [
  ...Object.keys(filter as object),
  ...Object.keys(sortby as object),
];

/** Fields that neither the catalogue nor the customer's configuration knows. It was asked for in the POST of the read. */
async function unlisted(scope: EstateScope, module: string, data: readonly string[]): Promise<string[]> {
  const strange = data.filter((name) => !estateFields.has(name));
  if (module !== 'estate' || strange.length === 0) return [];
  // Without it one at a time, as onOffice names them.
  const configuration = await scope.anyConfiguration().catch(() => null);
  return configuration ? strange.filter((name) => !configuration.listed.has(name)) : [];
}
