import { UpstreamError } from '../../upstream/errors.ts';
import { getInLanguage } from '../../upstream/onoffice/in-language.ts';
import { decodeInteger, decodeText, orWhy } from '../../upstream/onoffice/values.ts';
import { elementList, idOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import type { EstateScope } from './scope.ts';

/** A released picture of an estate: what is told of it, or why that cannot be read. */
export interface PictureRead {
  readonly id: string;
  readonly url: string | Error;
  readonly title: string | null | Error;
  /** The vendor's name: `Titelbild`, `Foto`, `Grundriss` ... */
  readonly kind: string | Error;
  /** Counted from 1: answers have no position, but come in the CRM's order. */
  readonly position: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number | null | Error;
}

/** Kinds that are images; links, films and documents are not among them. */
const categories = ['Titelbild', 'Foto', 'Foto_gross', 'Grundriss', 'Lageplan', 'Epass_Skala', 'Panorama'];

type Element = Readonly<Record<string, unknown>>;

const modified = { name: 'modified', zeroIsUnset: true };
/** Of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/** Pictures of many estates in one action, by main id, with titles in the language most wanted. */
export async function readPictures(
  { onoffice, languages, memory }: EstateScope,
  ids: readonly number[],
  size: string,
): Promise<Map<number, PictureRead[]>> {
  const [language] = languages;
  const translated = language !== undefined && language !== memory.mainLanguage() ? { language } : {};
  const asked = { estateids: [...ids], categories, size, ...translated };
  const { records } = await getInLanguage(onoffice, 'estatepictures', asked);
  const found = new Map<number, PictureRead[]>(ids.map((id) => [id, []]));
  for (const record of records) {
    const placed = placeOf(record, found);
    if (placed) placed.pictures.push(pictureOf(record, placed.element, placed.pictures.length + 1));
  }
  return found;
}

/**
 * Both ids of an element may be of the estate or of a version (manual, pictures), and a record may hold one for each. null: it is of
 * an estate that was not asked about, or holds nothing. Raises where nobody can tell whose it is.
 */
function placeOf(record: RecordWire, found: ReadonlyMap<number, PictureRead[]>) {
  const elements = elementList(record) as Element[];
  let isNamed = holdsNothing(record.elements);
  for (const name of ['estateMainId', 'estateid']) {
    for (const element of elements) {
      const id = idOf(element[name]);
      const pictures = id === null ? undefined : found.get(id);
      if (pictures) return { element, pictures };
      isNamed ||= id !== null;
    }
  }
  if (!isNamed) throw new UpstreamError('onoffice', 'malformed', { cause: new Error('a picture of no estate') });
  return null;
}

/** An empty list stands for an empty object (manual, answers). */
const holdsNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(holdsNothing);

function pictureOf(record: RecordWire, element: Element, position: number): PictureRead {
  const text = (name: string) => decodeText({ name }, element[name]);
  return {
    id: String(record.id),
    url: orWhy(() => text('url') ?? ''),
    // The manual shows either name.
    title: orWhy(() => text('title') ?? text('titel')),
    kind: orWhy(() => text('type') ?? ''),
    position,
    updatedAt: orWhy(() => instantOf(element)),
  };
}

function instantOf(element: Element): number | null {
  const seconds = decodeInteger(modified, element.modified) ?? 0;
  if (seconds > LAST_SECOND) throw new UpstreamError('onoffice', 'malformed', { text: 'field modified' });
  return seconds > 0 ? seconds * 1_000 : null;
}
