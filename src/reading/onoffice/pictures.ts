import { UpstreamError } from '../../upstream/errors.ts';
import { getInLanguage } from '../../upstream/onoffice/in-language.ts';
import { decodeInteger, decodeText } from '../../upstream/onoffice/values.ts';
import { elementList, idOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import type { EstateScope } from './scope.ts';

type Element = Readonly<Record<string, unknown>>;

/** A released picture of an estate. What cannot be read of it raises where it is asked for. */
export class PictureRead {
  readonly id: string;
  /** Counted from 1: answers have no position, but come in the CRM's order. */
  readonly position: number;
  readonly #element: Element;

  constructor(id: string, position: number, element: Element) {
    this.id = id;
    this.position = position;
    this.#element = element;
  }

  get url(): string {
    return this.#text('url') ?? '';
  }

  /** The manual shows either name. */
  get title(): string | null {
    return this.#text('title') ?? this.#text('titel');
  }

  /** The vendor's name: `Titelbild`, `Foto`, `Grundriss` ... */
  get kind(): string {
    return this.#text('type') ?? '';
  }

  /** Epoch milliseconds. */
  get updatedAt(): number | null {
    const seconds = decodeInteger(modified, this.#element.modified) ?? 0;
    if (seconds > LAST_SECOND) throw new UpstreamError('onoffice', 'malformed', { text: 'field modified' });
    return seconds > 0 ? seconds * 1_000 : null;
  }

  #text(name: string): string | null {
    return decodeText({ name }, this.#element[name]);
  }
}

/** Kinds that are images; links, films and documents are not among them. */
const categories = ['Titelbild', 'Foto', 'Foto_gross', 'Grundriss', 'Lageplan', 'Epass_Skala', 'Panorama'];

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
    if (!placed) continue;
    const { element, pictures } = placed;
    pictures.push(new PictureRead(String(record.id), pictures.length + 1, element));
  }
  return found;
}

/**
 * Both ids of an element may be of the estate or of a version (manual, pictures), and a record may hold one for each. null: it is of
 * an estate that was not asked about, or holds nothing. Raises where nobody can tell whose it is.
 */
function placeOf(record: RecordWire, found: ReadonlyMap<number, PictureRead[]>) {
  const elements = elementList(record) as Element[];
  let isNamed = false;
  for (const name of ['estateMainId', 'estateid']) {
    for (const element of elements) {
      const id = idOf(element[name]);
      const pictures = id === null ? undefined : found.get(id);
      if (pictures) return { element, pictures };
      isNamed ||= id !== null;
    }
  }
  if (!isNamed && !holdsNothing(record.elements))
    throw new UpstreamError('onoffice', 'malformed', { cause: new Error('a picture of no estate') });
  return null;
}

/** An empty list stands for an empty object (manual, answers). */
const holdsNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(holdsNothing);
