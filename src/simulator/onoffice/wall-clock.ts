const berlin = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `YYYY-MM-DD HH:MM:SS` in German local time: how the CRM writes a moment, without a zone. */
export function wallClock(instant: number): string {
  return berlin.format(instant);
}

/** The day of a moment, in German local time. */
export function wallDay(instant: number): string {
  return wallClock(instant).slice(0, 10);
}
