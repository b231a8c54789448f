/** The beginning of a text for messages, of so many characters at most: none of them is cut in half, which no client could decode. */
export function beginningOf(text: string, most: number): string {
  const cut = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
