/** A bound of entries for a store that may hold many, and for which no room is set aside before they come. */
export const upTo = (entries: number) => ({ maxSize: entries, sizeCalculation: () => 1 });
