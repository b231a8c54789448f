export interface Place {
  country: string;
  /** State or canton. */
  state: string;
  city: string;
  cityEnglish: string;
  zip: string;
  latitude: number;
  longitude: number;
  region: string | null;
}

function place(
  [country, state, city, zip]: readonly [string, string, string, string],
  [latitude, longitude]: readonly [number, number],
  region: string | null = null,
  cityEnglish: string = city,
): Place {
  return { country, state, city, cityEnglish, zip, latitude, longitude, region };
}

/** Where the simulated properties lie, and what a radius search by postal code or city knows. */
export const places: readonly Place[] = [
  place(['DEU', 'Nordrhein-Westfalen', 'Aachen', '52074'], [50.7612, 6.05131], 'RegAachen', 'Aix-la-Chapelle'),
  place(['DEU', 'Nordrhein-Westfalen', 'Aachen', '52066'], [50.7651, 6.1014], 'RegAachen', 'Aix-la-Chapelle'),
  place(['DEU', 'Nordrhein-Westfalen', 'Aachen', '52068'], [50.7779, 6.1146], 'RegAachen', 'Aix-la-Chapelle'),
  place(['DEU', 'Nordrhein-Westfalen', 'Eschweiler', '52249'], [50.8177, 6.2727], 'RegAachen'),
  place(['DEU', 'Nordrhein-Westfalen', 'Düren', '52349'], [50.8035, 6.4823], 'RegRheinland'),
  place(['DEU', 'Nordrhein-Westfalen', 'Köln', '50667'], [50.9384, 6.9584], 'RegRheinland', 'Cologne'),
  place(['DEU', 'Nordrhein-Westfalen', 'Düsseldorf', '40213'], [51.2254, 6.7763], 'RegRheinland'),
  place(['DEU', 'Berlin', 'Berlin', '10115'], [52.5323, 13.3846], 'RegBerlin'),
  place(['DEU', 'Hamburg', 'Hamburg', '20095'], [53.5503, 10.0007], 'RegHamburg'),
  place(['DEU', 'Bayern', 'München', '80331'], [48.1355, 11.571], 'RegBayern', 'Munich'),
  place(['AUT', 'Wien', 'Wien', '1010'], [48.2085, 16.3721], null, 'Vienna'),
  place(['CHE', 'Zürich', 'Zürich', '8001'], [47.3717, 8.5422], null, 'Zurich'),
];

const earthRadiusKm = 6371;

/** Kilometres between two points, along the great circle. */
export function distanceKm(from: readonly [number, number], to: readonly [number, number]): number {
  const [fromLatitude, fromLongitude] = [radians(from[0]), radians(from[1])];
  const [toLatitude, toLongitude] = [radians(to[0]), radians(to[1])];
  const haversine =
    Math.sin((toLatitude - fromLatitude) / 2) ** 2 +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * Math.sin((toLongitude - fromLongitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(haversine));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
