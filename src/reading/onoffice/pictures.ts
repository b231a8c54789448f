import { getInLanguage } from '../../upstream/onoffice/in-language.ts';
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

/** Both ids of an element may be of the estate or of a version (manual, pictures), and a record may hold one for each. */
function placeOf(record: RecordWire, found: ReadonlyMap<number, PictureRead[]>) {
  for (const name of ['estateMainId', 'estateid']) {
    for (const element of elementList(record) as Element[]) {
      const pictures = found.get(idOf(element[name]) ?? 0);
      if (pictures) return { element, pictures };
    }
  }
  return null;
}

function pictureOf(record: RecordWire, element: Element, position: number): PictureRead {
  const seconds = Number(element.modified ?? 0);
  return {
    id: String(record.id),
    url: String(element.url ?? ''),
    // The manual shows either name.
    title: String(element.title ?? element.titel ?? '') || null,
    kind: String(element.type ?? ''),
    position,
    updatedAt: Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null,
  };
}
