import { Temporal } from 'temporal-polyfill';

/** A name as IANA gives them to places, in settings and in requests: offsets and abbreviations stand for no place, and for no one zone. */
const zoneName = /^(?:[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+|UTC|GMT)$/i;

/** Several names of one zone. */
const universal = /^(?:Etc\/)?(?:UTC|GMT)$/i;
const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/** The runtime gives some zones their former name (Asia/Calcutta): who asks for the present one is shown it. */
const spelled = (asked: string, resolved: string): string =>
  asked.toLowerCase() === resolved.toLowerCase()
    ? resolved
    : asked.replace(/(^|[/_-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase());

/** The zone of an IANA name in any case; null: there is none. */
export function resolveIana(name: string): string | null {
  if (!zoneName.test(name)) return null;
  if (universal.test(name)) return 'UTC';
  try {
    return spelled(name, epoch.toZonedDateTimeISO(name).timeZoneId);
  } catch {
    return null;
  }
}
