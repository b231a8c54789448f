import type { Plugin } from 'graphql-yoga';
import { type Operation, operationOf } from './operation.ts';
import { type Spent, spentOn } from './timing.ts';

/** Told of each operation once, when the last of its answer is there. */
export type Report = (operation: Operation, status: number, spent: Spent) => void;

/** Tells everyone who keeps record of operations, in that order. */
export function useReports(reports: readonly Report[]): Plugin {
  return {
    onResponse({ request, response }) {
      const operation = operationOf(request);
      const tell = () => report(reports, operation, response.status, spentOn(operation));
      if (operation.parts) void operation.parts.then(tell);
      else tell();
    },
  };
}

/** What a browser asks ahead of a request, and whatever else brings no document and no error, is no operation. */
export function report(reports: readonly Report[], operation: Operation, status: number, spent: Spent): void {
  if (operation.documentHash === null && operation.errors.size === 0) return;
  for (const each of reports) each(operation, status, spent);
}
