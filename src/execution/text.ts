/** Characters that JSON escapes: quotes, backslashes, control characters, and halves of characters. */
const escaped = /["\\\ud800-\udfff]|[^ -\uffff]/;
/** Texts up to this length are looked through faster one by one than by an expression. */
const SHORT = 40;

/** A text as JSON. Most need nothing but their quotes, which is cheaper to find out than to leave to `JSON.stringify`. */
export function quoted(text: string): string {
  if (text.length > SHORT) return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign < 32 || sign === 34 || sign === 92 || (sign >= 0xd800 && sign <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** Any value as JSON; `null` where JSON has no form for it, as in a list. */
export function jsonOf(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : (JSON.stringify(value) ?? 'null');
}
