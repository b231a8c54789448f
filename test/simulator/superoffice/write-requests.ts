import type { AppointmentRecord, ContactRecord, PersonRecord } from '../../../src/simulator/store.ts';
import type { SuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import type { Answer } from './ask.ts';

/** Sends a body below `/api/v1` as Lars, raw and as JSON, unless the headers say otherwise. A string goes as it is. */
export async function send(
  simulator: SuperOfficeSimulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${simulator.url()}/api/v1${path}`, {
    method,
    headers: {
      authorization: simulator.tickets.lars,
      'content-type': 'application/json',
      'accept-language': '',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** The stored rows that the tests write to, raw. */
export function stored(simulator: SuperOfficeSimulator) {
  const found = <Row>(row: Row | undefined, what: string): Row => {
    if (row === undefined) throw new Error(`there is no ${what}`);
    return row;
  };
  const world = simulator.world();
  return {
    contact: (id = 25): ContactRecord => found(world.contacts.get(id), `company ${id}`),
    person: (id = 71): PersonRecord => found(world.persons.get(id), `person ${id}`),
    entry: (id = 591): AppointmentRecord => found(world.appointments.get(id), `entry ${id}`),
  };
}
