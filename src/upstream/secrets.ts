/** The forms in which a secret may stand in a text: as it is, in JSON, in an address, and in base64 wherever it begins. */
export function writtenForms(secret: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const base64 = Buffer.from(' '.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    // What its neighbours have a part in differs from text to text.
    return base64.slice(shift === 0 ? 0 : 4, -3);
  });
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), ...shifted];
  return [...new Set(forms)].filter((form) => form.length > 3);
}
