import { UpstreamError } from '../../upstream/errors.ts';
import { getInLanguage } from '../../upstream/onoffice/in-language.ts';
import { decodeInteger, decodeText } from '../../upstream/onoffice/values.ts';
import { elementList, idOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import type { EstateScope } from './scope.ts';

/** A released picture of an estate. */
export interface PictureRead {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** The vendor's name: `Titelbild`, `Foto`, `Grundriss` ... */
  readonly kind: string;
  /** Counted from 1: answers have no position, but come in the CRM's order. */
  readonly position: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number | null;
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
): Promise<Map<number, PictureRead[] | Error>> {
  const [language] = languages;
  const translated = language !== undefined && language !== memory.mainLanguage() ? { language } : {};
  const asked = { estateids: [...ids], categories, size, ...translated };
  const { records } = await getInLanguage(onoffice, 'estatepictures', asked);
  const found = new Map<number, PictureRead[]>(ids.map((id) => [id, []]));
  const failed = new Map<number, Error>();
  for (const record of records) {
    const placed = placeOf(record, found);
    if (!placed) continue;
    const { id, element, pictures } = placed;
    try {
      pictures.push(pictureOf(record, element, pictures.length + 1));
    } catch (error) {
      failed.set(id, error as Error);
    }
  }
  return new Map<number, PictureRead[] | Error>([...found, ...failed]);
}

/**
 * Both ids of an element may be of the estate or of a version (manual, pictures), and a record may hold one for each. null: it is of
 * an estate that was not asked about. Raises where nobody can tell whose it is.
 */
function placeOf(record: RecordWire, found: ReadonlyMap<number, PictureRead[]>) {
  let isNamed = false;
  for (const name of ['estateMainId', 'estateid']) {
    for (const element of elementList(record) as Element[]) {
      const id = idOf(element[name]);
      const pictures = id === null ? undefined : found.get(id);
      if (id !== null && pictures) return { id, element, pictures };
      isNamed ||= id !== null;
    }
  }
  if (!isNamed) throw new UpstreamError('onoffice', 'malformed', { cause: new Error('a picture of no estate') });
  return null;
}

function pictureOf(record: RecordWire, element: Element, position: number): PictureRead {
  const text = (name: string) => decodeText({ name }, element[name]);
  const seconds = decodeInteger(modified, element.modified) ?? 0;
  if (seconds > LAST_SECOND) throw new UpstreamError('onoffice', 'malformed', { text: 'field modified' });
  return {
    id: String(record.id),
    url: text('url') ?? '',
    // The manual shows either name.
    title: text('title') ?? text('titel'),
    kind: text('type') ?? '',
    position,
    updatedAt: seconds > 0 ? seconds * 1_000 : null,
  };
}
