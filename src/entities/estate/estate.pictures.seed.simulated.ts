import type { PictureRecord } from '../../simulator/onoffice/store.ts';
import { uuidOf } from '../../simulator/onoffice/store.ts';

interface PictureKind {
  kind: string;
  german: string;
  english: string;
  published: boolean;
}

const kinds: readonly PictureKind[] = [
  { kind: 'Titelbild', german: 'Frontansicht', english: 'Front view', published: true },
  { kind: 'Foto', german: 'Wohnzimmer', english: 'Living room', published: true },
  { kind: 'Grundriss', german: 'Erdgeschoss', english: 'Ground floor', published: true },
  { kind: 'Foto', german: 'Keller', english: 'Basement', published: false },
  { kind: 'Dokument', german: 'Reservierung', english: 'Reservation', published: false },
];

/** Three released pictures, one withheld and a document; every eighth property has none at all. */
export function seedPictures(
  { brand, now }: { brand: string; now: number },
  index: number,
  estateId: number,
): PictureRecord[] {
  if (index % 8 === 7) return [];
  return kinds.map(({ kind, german, english, published }, position) => {
    const id = 8101 + index * 10 + position * 2;
    const ending = kind === 'Dokument' ? 'pdf' : 'jpg';
    return {
      id,
      kind,
      url: `https://image.onoffice.de/smart20/Objekte/${brand}/${estateId}/${kind}_${id}.${ending}`,
      name: uuidOf(`${brand} ${id}`),
      originalName: `IMG_${String(id).slice(-4)}.${ending}`,
      documentAttribute: kind === 'Dokument' ? 'document_reservation_list' : '',
      titles: { DEU: german, ENG: english },
      texts: { DEU: '', ENG: '' },
      modified: Math.floor(now / 1000) - index * 3_600 - position,
      published,
    };
  });
}
