import { UpstreamError } from '../../upstream/errors.ts';
import { elementsOf, idOf, relationType } from '../../upstream/onoffice/wire.ts';
import type { Side } from './estates.ts';
import { readKnown } from './known-fields.ts';
import type { ReadValues } from './record.ts';
import type { EstateScope } from './scope.ts';

/** Ids at the other end of a relation, for many records in one action; an error for a record alone whose ids cannot be read. */
export async function readRelated(
  { onoffice }: EstateScope,
  type: string,
  known: Side,
  ids: readonly number[],
): Promise<Map<number, number[] | Error>> {
  const side = known === 'parent' ? { parentids: [...ids] } : { childids: [...ids] };
  const { records } = await onoffice.get('idsfromrelation', { relationtype: relationType(type), ...side });
  const parts = records.map(elementsOf);
  const [first = {}, ...others] = parts;
  const elements: Readonly<Record<string, unknown>> = others.length === 0 ? first : Object.assign({}, ...parts);
  return new Map(ids.map((id) => [id, idList(elements[String(id)])]));
}

/** Texts, and `[]` for none; an id that was asked for and does not come has none either. */
function idList(value: unknown): number[] | Error {
  if (value === undefined || value === null) return [];
  const ids = Array.isArray(value) ? value.map(idOf) : [null];
  return ids.every((id) => id !== null) ? [...new Set(ids)] : new UpstreamError('onoffice', 'malformed');
}

/**
 * Address records by id; null for one that does not exist or cannot be seen. Where more is told of than those that came, or came what
 * is none of those asked for, nobody can tell of the others whether they are there. Countries come as codes.
 */
export async function readAddresses(
  scope: EstateScope,
  ids: readonly number[],
  fields: readonly string[],
): Promise<Map<number, ReadValues | null | Error>> {
  const parameters = { recordids: [...ids], listlimit: ids.length, countryIsoCodeType: 'ISO-3166-3' };
  // Where nothing is selected, whether they are there is asked by a field that every address has.
  const data = fields.length > 0 ? fields : ['KdNr'];
  const { records, total, lacking } = await readKnown(scope, 'address', parameters, data);
  const read = new Map(records.map((record) => [idOf(record.id), { values: elementsOf(record), lacking }]));
  const there = ids.filter((id) => read.has(id)).length;
  const isWhole = Math.max(records.length, total ?? 0) <= there;
  const other = isWhole ? null : new UpstreamError('onoffice', 'malformed', { cause: new Error('other addresses') });
  return new Map(ids.map((id) => [id, read.get(id) ?? other]));
}
