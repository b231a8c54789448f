/** Whether a stored text counts as the one given. */
export type SameText = (stored: string, given: string) => boolean;

/** To the letter. */
export const exactly: SameText = (stored, given) => stored === given;

/** But for what a CRM may have tidied as it stored it: blanks, line breaks and capitals. */
export const tidied: SameText = (stored, given) => bare(stored) === bare(given);

const bare = (text: string): string => text.normalize().replace(/\s+/g, '').toLowerCase();
