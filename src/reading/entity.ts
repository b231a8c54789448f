import { UpstreamError } from '../upstream/errors.ts';
import type { EntityOptions, SuperOffice } from '../upstream/superoffice/client.ts';
import type { EntitySource, Wire } from './sources.ts';

/**
 * A record's entity as the CRM has it, with the members of `$select`, its key among them; null where there is none. An answer that is
 * about no record, or another one, is no answer: nothing is shown of it, and no write goes by it.
 */
export async function readEntity(
  superoffice: SuperOffice,
  { path, key }: EntitySource,
  id: number,
  options?: EntityOptions,
): Promise<Wire | null> {
  const wire = await superoffice.get<Wire>(`${path}/${id}`, options);
  if (wire && wire[key.member] !== id) throw new UpstreamError('superoffice', 'malformed');
  return wire;
}
