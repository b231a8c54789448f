import { resolveIana } from './zone-name.ts';

/** Thrown when settings are wrong. Names every problem at once, by the setting's name and never by its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AddressOptions {
  /** A user and his password may stand in it. */
  readonly credentials?: boolean;
  /** What may stand in it for something else: `{tenant}`. */
  readonly parts?: readonly string[];
}

/** The texts of the environment by name, each read as what it should be; what is not, is collected as a problem. */
export class Settings {
  readonly problems: string[] = [];
  readonly #environment: Environment;
  readonly #asked = new Set<string>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  problem(name: string, what: string): void {
    this.problems.push(`${name} ${what}`);
  }

  /** Set to something: an empty text, as compose files leave behind for what is unset, counts as absent. */
  has(name: string): boolean {
    return this.text(name) !== null;
  }

  text(name: string): string | null {
    this.#asked.add(name);
    return this.#environment[name]?.trim() || null;
  }

  /** A text that goes out as a header: printable ASCII. */
  token(name: string): string | null {
    return this.checked(name, /^[\x21-\x7e]+$/, 'must be one word of printable characters');
  }

  checked(name: string, pattern: RegExp, what: string): string | null {
    const value = this.text(name);
    if (value === null || pattern.test(value)) return value;
    this.problem(name, what);
    return null;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.problem(name, `must be a whole number from ${least} to ${most}`);
    return fallback;
  }

  oneOf<const T extends string, F extends T | null>(name: string, values: readonly T[], fallback: F): T | F {
    const value = this.text(name);
    if (value === null) return fallback;
    const found = values.find((allowed) => allowed === value);
    if (found === undefined) this.problem(name, `must be one of ${values.join(', ')}`);
    return found ?? fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['on', 'off'], fallback ? 'on' : 'off') === 'on';
  }

  /** Comma-separated; null when absent. */
  list(name: string, pattern: Pick<RegExp, 'test'>, what: string): string[] | null {
    const value = this.text(name);
    if (value === null) return null;
    const entries = value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    if (entries.length > 0 && entries.every((entry) => pattern.test(entry))) return entries;
    this.problem(name, `must be a comma-separated list of ${what}`);
    return null;
  }

  /** An absolute address without query or fragment, its trailing slashes cut off; no parts in braces but those that are named. */
  address(name: string, protocols: readonly string[], options: AddressOptions = {}): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const { credentials = false, parts = [] } = options;
    const url = URL.parse(parts.reduce((filled, part) => filled.replaceAll(part, 'x'), value));
    const isBare = !url?.search && !url?.hash && (credentials || (!url?.username && !url?.password));
    // Behind the host they are written as escapes.
    if (url?.hostname && protocols.includes(url.protocol) && isBare && !/[{}]|%7[BD]/i.test(url.host + url.pathname)) {
      return value.replace(/\/+$/, '');
    }
    const without = credentials ? 'query' : 'query or credentials';
    const braces = parts.length > 0 ? `, with nothing in braces but ${parts.join(' and ')}` : '';
    this.problem(
      name,
      `must be an address that begins with ${protocols.join('// or ')}//, without ${without}${braces}`,
    );
    return null;
  }

  language(name: string): string | null {
    return this.#canonical(name, 'must be a language tag such as en or nb-NO', (value) =>
      new Intl.Locale(value).toString(),
    );
  }

  timeZone(name: string): string | null {
    const value = this.text(name);
    const zone = value === null ? null : resolveIana(value);
    if (value !== null && zone === null) this.problem(name, 'must be an IANA time zone such as Europe/Oslo');
    return zone;
  }

  instant(name: string): Date | null {
    return this.#canonical(name, 'must be an instant such as 2026-03-02T08:00:00Z', (value) => {
      if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value))
        throw new RangeError('format');
      // A day that its month does not have is read as one of the next month.
      const day = value.slice(0, 10);
      const date = new Date(value);
      if (Number.isNaN(date.getTime()) || !new Date(day).toISOString().startsWith(day)) throw new RangeError('date');
      return date;
    });
  }

  /** Names with one of the prefixes that nothing has asked for: misspelt ones, which would else be ignored in silence. */
  reportUnknown(prefixes: readonly string[]): void {
    for (const name of Object.keys(this.#environment).sort()) {
      const ours = prefixes.some((prefix) => name.startsWith(prefix));
      if (ours && !this.#asked.has(name)) this.problem(name, 'is no setting of this server');
    }
  }

  #canonical<T>(name: string, what: string, read: (value: string) => T): T | null {
    const value = this.text(name);
    if (value === null) return null;
    try {
      return read(value);
    } catch {
      this.problem(name, what);
      return null;
    }
  }
}
