import type { IncomingHttpHeaders } from 'node:http';
import { notAuthenticated } from './answers.ts';
import type { SimulatorOptions } from './options.ts';
import type { SimulatedAnswer } from './request.ts';
import type { TenantWorld } from './store.ts';
import type { UserRecord } from './users.ts';

/** The user whom the headers prove, or the page that asks for a login. */
export function authenticate(
  headers: IncomingHttpHeaders,
  world: TenantWorld,
  options: SimulatorOptions,
  now: number,
): UserRecord | SimulatedAnswer {
  const authorization = headers.authorization;
  if (authorization === undefined) return bySession(headers, world) ?? notAuthenticated(401);
  const [scheme = '', credentials = ''] = authorization.trim().split(/\s+(.*)/s);
  if (scheme.toLowerCase() === 'basic') return byPassword(credentials, world, options) ?? notAuthenticated(401);
  return byTicket(scheme, credentials, headers, world, options, now);
}

/** True for an answer in place of a user. */
export function isRefused(outcome: UserRecord | SimulatedAnswer): outcome is SimulatedAnswer {
  return 'status' in outcome;
}

function byTicket(
  scheme: string,
  ticket: string,
  headers: IncomingHttpHeaders,
  world: TenantWorld,
  options: SimulatorOptions,
  now: number,
): UserRecord | SimulatedAnswer {
  for (const user of world.users) {
    const known = user.tickets.find(
      (one) => one.scheme.toLowerCase() === scheme.toLowerCase() && one.ticket === ticket,
    );
    if (known === undefined) continue;
    if (known.expiresAt !== null && known.expiresAt <= now) return notAuthenticated(options.access.expiredStatus);
    const needsAppToken = known.scheme === 'SOTicket' && options.access.appTokenRequired;
    if (needsAppToken && headers['so-apptoken'] !== world.appToken) return notAuthenticated(401);
    return user;
  }
  return notAuthenticated(401);
}

function byPassword(credentials: string, world: TenantWorld, options: SimulatorOptions): UserRecord | undefined {
  if (!options.access.basicAllowed) return undefined;
  const plain = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  const name = plain.slice(0, colon).toLowerCase();
  const password = plain.slice(colon + 1);
  return world.users.find((user) => user.basic?.name.toLowerCase() === name && user.basic.password === password);
}

/** The cookie alone is refused: the XSRF value must come with it (1.4). */
function bySession(headers: IncomingHttpHeaders, world: TenantWorld): UserRecord | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return world.users.find(
    (user) =>
      user.session !== null && cookies.includes(user.session.cookie) && headers['x-xsrf-token'] === user.session.xsrf,
  );
}
