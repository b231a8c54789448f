/** A name as IANA gives them to places, in settings and in requests: offsets and abbreviations stand for no place, and for no one zone. */
export const zoneName = /^(?:[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+|UTC|GMT)$/i;
