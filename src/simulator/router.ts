import { invalidRequest, methodNotAllowed, noSuchRoute } from './answers.ts';
import type { SimulatedAnswer, SimulatedRequest } from './request.ts';

/** The parts of a path that a route's pattern names. */
export type RouteParts = Readonly<Record<string, string>>;

/** One route below `/api/v1`. Pattern parts: literals (any case), `{name}` for any text, `{name:int}` for a whole number. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly pattern: string;
  readonly description: string;
  readonly handle: (request: SimulatedRequest, parts: RouteParts) => SimulatedAnswer | Promise<SimulatedAnswer>;
}

interface CompiledRoute extends Route {
  readonly parts: readonly string[];
}

/** Answers a request by the route that fits best: literals before numbers before free texts. */
export type Router = (request: SimulatedRequest) => SimulatedAnswer | Promise<SimulatedAnswer>;

export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes
    .map((route) => ({ ...route, parts: route.pattern.split('/').filter((part) => part !== '') }))
    .sort((one, other) => compareParts(one.parts, other.parts));
  return (request) => {
    const fitting = compiled.filter((route) => fits(route.parts, request.segments));
    const chosen = fitting.find((route) => route.method === request.method);
    if (chosen !== undefined) return chosen.handle(request, readParts(chosen.parts, request.segments));
    if (fitting.length > 0) {
      return methodNotAllowed(request.method, [...new Set(fitting.map((route) => route.method))]);
    }
    return malformedNumber(compiled, request) ?? noSuchRoute(request.caller.baseUrl + request.path);
  };
}

/** `/Contact/glops`: a route would fit, had the part been a number (400, 9.3). */
function malformedNumber(routes: readonly CompiledRoute[], request: SimulatedRequest): SimulatedAnswer | undefined {
  const loose = (parts: readonly string[]) => parts.map((part) => part.replace(':int}', '}'));
  const almost = routes.find((route) => fits(loose(route.parts), request.segments));
  if (almost === undefined) return undefined;
  const index = almost.parts.findIndex((part) => part.endsWith(':int}'));
  return invalidRequest(400, `The value '${request.segments[index]}' is not valid for ${almost.parts[index]}.`);
}

function weight(part: string | undefined): number {
  if (part === undefined || !part.startsWith('{')) return 0;
  return part.endsWith(':int}') ? 1 : 2;
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = weight(one[index]) - weight(other[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function fits(parts: readonly string[], segments: readonly string[]): boolean {
  return (
    parts.length === segments.length &&
    parts.every((part, index) => {
      const segment = segments[index] ?? '';
      if (!part.startsWith('{')) return part.toLowerCase() === segment.toLowerCase();
      return !part.endsWith(':int}') || /^-?\d{1,10}$/.test(segment);
    })
  );
}

function readParts(parts: readonly string[], segments: readonly string[]): RouteParts {
  const read: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part.startsWith('{')) read[part.slice(1, -1).replace(':int', '')] = segments[index] ?? '';
  }
  return read;
}
