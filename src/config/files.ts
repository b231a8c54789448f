import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OnOfficeApiKey, OnOfficeCustomer } from '../config.ts';
import type { Settings } from './settings.ts';

const names = z.array(z.string().min(1)).default([]);
const secretText = z.string().regex(/^[\x21-\x7e]+$/);

const credentials = z.record(
  z.string().min(1),
  z.strictObject({ token: secretText, secret: secretText, tenants: names, keys: names }),
);

const apiKeys = z.record(
  z.string().min(1),
  z.strictObject({
    sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
    customers: names,
    write: z.boolean().default(false),
  }),
);

/** Bare, or behind its scheme, as it goes in Authorization. */
const ticket = z.string().regex(/^(?:(?:Bearer|SOTicket) )?[\x21-\x7e]+$/i);

const systemTickets = z.record(z.string().min(1), ticket);

/** `ONOFFICE_CREDENTIALS_FILE`: customers by id. */
export function customersFromFile(settings: Settings): OnOfficeCustomer[] {
  const found = fileContents(settings, 'ONOFFICE_CREDENTIALS_FILE', credentials);
  if (!found) return [];
  if (Object.keys(found).length === 0) settings.problem('ONOFFICE_CREDENTIALS_FILE', 'names no customer');
  return Object.entries(found).map(([id, customer]) => ({ id, ...customer }));
}

/** `API_KEYS_FILE`: keys by name, with the hash of each key and never the key itself. */
export function apiKeysFromFile(settings: Settings): OnOfficeApiKey[] {
  const found = fileContents(settings, 'API_KEYS_FILE', apiKeys) ?? {};
  return Object.entries(found).map(([name, key]) => ({ name, ...key, sha256: key.sha256.toLowerCase() }));
}

/** `SUPEROFFICE_SYSTEM_TICKETS_FILE`: its path, once it is known to hold a ticket for each tenant that it names. */
export function systemTicketsFile(settings: Settings): string | null {
  const found = fileContents(settings, 'SUPEROFFICE_SYSTEM_TICKETS_FILE', systemTickets);
  return found && settings.text('SUPEROFFICE_SYSTEM_TICKETS_FILE');
}

/** A readable JSON file at the path that a setting gives; its path. */
export function jsonFile(settings: Settings, name: string): string | null {
  const path = settings.text(name);
  return path !== null && parsedFile(settings, name, path) !== undefined ? path : null;
}

/** Problems say where in the file and what was expected; the parser's own message would quote the file. */
function fileContents<T>(settings: Settings, name: string, schema: z.ZodType<T>): T | null {
  const path = settings.text(name);
  if (path === null) return null;
  const json = parsedFile(settings, name, path);
  if (json === undefined) return null;
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  for (const { path: at, code } of result.error.issues) {
    settings.problem(name, `is not as described, at ${at.length > 0 ? at.join('.') : 'its top'} (${code})`);
  }
  return null;
}

/** Undefined where there is no JSON, of which `null` is some. */
function parsedFile(settings: Settings, name: string, path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    settings.problem(name, 'names a file that cannot be read');
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    settings.problem(name, 'names a file that is not JSON');
    return undefined;
  }
}
