import type { EstateRecord } from '../../reading/onoffice/record.ts';
import type { EstateWants } from '../../reading/onoffice/wants.ts';
import type { Block } from '../../reading/record.ts';
import { orWhy, shown } from '../../upstream/onoffice/values.ts';
import { addressFields, type EstateAddress, isPart, readAddress, shownFields } from './estate.address.onoffice.ts';
import { textsOf, unknownField } from './estate.model.ts';
import { estateTexts } from './estate.onoffice.ts';
import type { EstateElementsWire } from './estate.wire.ts';

/** The vendor's fields behind the parts of an address that are selected. The city is a text of the language version. */
export function wantAddress(wants: EstateWants, within: ReadonlySet<string>): void {
  for (const name of addressFields([...within].filter(isPart), wants.scope.publishedOnly)) {
    if (name === 'ort') wants.text(name, null);
    else wants.main(name);
  }
}

/** Where an estate lies, as far as the caller may know; null when none of the parts selected has a value. */
export async function addressOf(record: EstateRecord, within: ReadonlySet<string>): Promise<Block | null> {
  const { main, estates } = record;
  const isPublic = estates.scope.publishedOnly;
  const city = ['city', 'formatted'].some((part) => within.has(part)) ? await cityOf(record) : null;
  const ort = city instanceof Error ? null : city;
  const values = { ...(main.values as EstateElementsWire), ort };
  const address = readAddress(values, isPublic);
  const read = (part: string): unknown => {
    // A city that the customer lacks is told by its own text.
    const shownFrom = isPart(part) ? shownFields(part, values, isPublic) : [];
    const lacked = shownFrom.find((name) => name !== 'ort' && main.lacking.has(name));
    if (lacked) throw unknownField(lacked);
    if (city instanceof Error && (part === 'city' || part === 'formatted')) throw city;
    return part === 'formatted' ? formatted(address) : shown(address?.[part as keyof EstateAddress] ?? null);
  };
  // Values that were read for what is asked for elsewhere say nothing of it.
  return [...within].some((part) => orWhy(() => read(part)) !== null) ? { read: (_key, part) => read(part) } : null;
}

const cityOf = (record: EstateRecord): Promise<string | null | Error> =>
  textsOf(record, 'ort', null)
    .then((texts) => estateTexts.city.read(texts as EstateElementsWire, record.estates.scope))
    .catch((error: Error) => error);

/** Street and number, then postal code and city, each on a line. */
function formatted(address: EstateAddress | null): string | null {
  const { line1 = null, postalCode = null, city = null } = address ?? {};
  const place = [shown(postalCode), shown(city)].filter((part) => part).join(' ');
  return [shown(line1), place].filter((line) => line).join('\n') || null;
}
