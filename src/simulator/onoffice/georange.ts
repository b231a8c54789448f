import { distanceKm, places } from './places.ts';
import { refuse } from './refusal.ts';

/** Whether a point (null: not located) lies within the radius asked for. */
export type WithinRange = (point: readonly [number, number] | null) => boolean;

/**
 * A radius search: around a point, or around a postal code or city of a country. Radius in kilometres, numbers may be text.
 * Refuses (164) what is incomplete; a place that is not known has nothing around it.
 */
export function compileRange(georange: unknown): WithinRange {
  if (georange === undefined || georange === null) return () => true;
  if (typeof georange !== 'object' || Array.isArray(georange)) throw refuse(164);
  const given = georange as Record<string, unknown>;
  const radius = numberOf(given.radius);
  if (radius === null || radius <= 0) throw refuse(164);
  const centre = given.latitude === undefined && given.longitude === undefined ? centreOfPlace(given) : point(given);
  return (at) => centre !== null && at !== null && distanceKm(centre, at) <= radius;
}

function point(given: Record<string, unknown>): readonly [number, number] {
  const latitude = numberOf(given.latitude);
  const longitude = numberOf(given.longitude);
  if (latitude === null || longitude === null) throw refuse(164);
  return [latitude, longitude];
}

function centreOfPlace({ country, zip, city }: Record<string, unknown>): readonly [number, number] | null {
  if (!country || (!zip && !city)) throw refuse(164);
  const found = places.find(
    (place) => place.country === country && (zip ? place.zip === String(zip) : place.city === String(city)),
  );
  return found ? [found.latitude, found.longitude] : null;
}

function numberOf(value: unknown): number | null {
  if (value === undefined || value === null || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
