import type { SimulatedAnswer } from './request.ts';

const ERROR_SOURCE = 'SuperOffice.Services.Implementation';

/** JSON with the number of its rows. */
export function ok(body: unknown, rows?: number): SimulatedAnswer {
  return { status: 200, body, rows: rows ?? (Array.isArray(body) ? body.length : body === null ? 0 : 1) };
}

/** An error of the REST API: its text is `ErrorMessage` (9.1). */
export function restError(status: number, type: string, message: string): SimulatedAnswer {
  return { status, body: { Error: true, ErrorType: type, ErrorMessage: message, ErrorSource: ERROR_SOURCE } };
}

/** An error of an argument: the same with `Message` (9.1). */
export function argumentError(status: number, message: string): SimulatedAnswer {
  return { status, body: { Error: true, ErrorType: 'ArgumentException', Message: message, ErrorSource: ERROR_SOURCE } };
}

/** There is no record of that id. */
export function recordNotFound(entity: string, id: number | string): SimulatedAnswer {
  return restError(404, 'SoNotFoundException', `${entity} id ${id} not found`);
}

/** The caller may not see the record. */
export function recordForbidden(entity: string, id: number | string): SimulatedAnswer {
  return restError(403, 'SoSentryException', `No right to read ${entity} ${id}`);
}

/** ASP.NET's own refusals, before any route is run: 404, 405, 400 on a malformed address. */
export function noSuchRoute(url: string): SimulatedAnswer {
  const message = `No HTTP resource was found that matches the request URI '${url}'.`;
  return { status: 404, body: { Message: message, MessageDetail: 'No type was found that matches the controller.' } };
}

export function methodNotAllowed(method: string, allowed: readonly string[]): SimulatedAnswer {
  return {
    status: 405,
    headers: { Allow: allowed.join(', ') },
    body: { Message: `The requested resource does not support http method '${method}'.` },
  };
}

export function invalidRequest(status: number, detail: string): SimulatedAnswer {
  return { status, body: { Message: 'The request is invalid.', MessageDetail: detail } };
}

/** No valid login: a page for people, not JSON (1.4). */
export function notAuthenticated(status: 401 | 403): SimulatedAnswer {
  return {
    status,
    headers: status === 401 ? { 'WWW-Authenticate': 'Basic realm="SuperOffice Username or Ticket"' } : {},
    html: [
      '<!DOCTYPE html><html><head><title>Not authenticated</title></head><body>',
      '<h1>Not authenticated</h1>',
      '<p>Send a ticket or a user name and password with the request, or log in to the web client first.</p>',
      '</body></html>',
    ].join('\n'),
  };
}

/** The tenant lives on another host by now (1.1). */
export function misdirected(): SimulatedAnswer {
  return { status: 421, html: '<html><body><h1>421</h1><p>wrong subdomain used to access tenant</p></body></html>' };
}
