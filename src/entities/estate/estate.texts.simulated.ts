import type { Place } from '../../simulator/onoffice/places.ts';
import type { LanguageCode, StoredValues } from '../../simulator/onoffice/store.ts';
import { estateChoices } from './estate.choices.simulated.ts';

export interface TextContext {
  type: string;
  place: Place;
  brand: string;
  index: number;
}

const extras: Record<LanguageCode, readonly string[]> = {
  DEU: ['mit Garten', 'in ruhiger Lage', 'am Waldrand', 'mit Weitblick'],
  ENG: ['with garden', 'in a quiet spot', 'at the edge of the forest', 'with a wide view'],
};

/** The language-dependent fields of one property in one language; some are empty, some hold markup. */
export function estateTexts(language: LanguageCode, context: TextContext): StoredValues {
  const { type, place, brand, index } = context;
  const kind = estateChoices.objekttyp?.find(({ key }) => key === type)?.labels[language] ?? type;
  const extra = extras[language][index % 4] ?? '';
  const city = language === 'ENG' ? place.cityEnglish : place.city;
  const german = language === 'DEU';
  return {
    objekttitel: german ? `${kind} ${extra} (${brand})` : `${kind} ${extra} (${brand})`,
    objektbeschreibung: german
      ? `<p>Gepflegtes Objekt in ${city}.<br>Besichtigung &amp; Übergabe nach Vereinbarung.</p>`
      : `<p>A well-kept property in ${city}.<br>Viewing &amp; handover by arrangement.</p>`,
    lage: german ? `Zehn Minuten bis zur Mitte von ${city}.` : `Ten minutes to the centre of ${city}.`,
    ausstatt_beschr: index % 2 === 0 && german ? 'Einbauküche, Kamin, zwei Bäder.' : null,
    sonstige_angaben: index % 3 === 0 ? (german ? 'Frei nach Absprache.' : 'Available by arrangement.') : null,
    dreizeiler: null,
    ort: city,
  };
}
