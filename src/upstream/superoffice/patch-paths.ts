const MOST_CHARACTERS = 500;
const MOST_DEPTH = 20;

/** What the CRM keeps about a record, wherever in a path it stands: rights, links, members of integrations. */
const system = /^(tableright|fieldproperties|_links|dbi\w*)$/;
/** Who made and changed the record, and when: the audit trail is not for clients to write. */
const audit = /^(createdby|createddate|updatedby|updateddate)$/;
const prototypes = /^(__proto__|constructor|prototype)$/;

/**
 * What speaks against passing a path of a client's own on to the CRM; null: nothing. The CRM takes paths in any case and with or
 * without the slash ahead (superoffice.md 3.2), so they are judged like that.
 */
export function pathProblem(path: string, keyMember: string): string | null {
  if (path.length > MOST_CHARACTERS) return `A path has at most ${MOST_CHARACTERS} characters.`;
  const steps = (path.startsWith('/') ? path.slice(1) : path).split('/').map(plainStep);
  const [member = ''] = steps;
  if (steps.length > MOST_DEPTH || hasControls(path) || !/^[a-z_]\w*$/.test(member))
    return 'This is no path into the record, such as /Phones/-.';
  if (steps.some((step) => step === '' || /^\.+$/.test(step) || /[\\/]/.test(step))) {
    return 'This is no path into the record: a step of it is empty or leads out of it.';
  }
  if (steps.some((step) => prototypes.test(step) || system.test(step))) return 'The CRM sets this member itself.';
  if (audit.test(member) || member === keyMember.toLowerCase()) return 'The CRM sets this member itself.';
  return null;
}

/** `~1` stands for a slash and `~0` for a tilde (RFC 6901), so a step may hide more of them. */
const plainStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~').trim().toLowerCase();

const hasControls = (text: string): boolean => [...text].some((character) => (character.codePointAt(0) ?? 0) < 32);

/** What speaks against a value of a client's own; null: nothing. */
export function valueProblem(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const members = Object.entries(value);
  if (!Array.isArray(value) && members.some(([name]) => prototypes.test(name.toLowerCase()))) {
    return 'The value has a member that no record has.';
  }
  return members.map(([, inner]) => valueProblem(inner)).find((problem) => problem !== null) ?? null;
}
