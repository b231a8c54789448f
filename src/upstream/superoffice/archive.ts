/**
 * A text in the filter grammar: in single quotes, with a backslash before quotes and backslashes (superoffice.md 4.5). Half of a
 * character, which no stored text holds and no address can, becomes the sign for an unknown one.
 */
export const quoted = (text: string): string => `'${text.toWellFormed().replace(/[\\']/g, '\\$&')}'`;

/** A yes-no column: `set` takes the value; `eq 1` and `eq 0` are the other form that the manual samples. */
export const booleanCondition = (column: string, value: boolean): string => `${column} set ${value}`;
