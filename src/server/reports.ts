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

export function report(reports: readonly Report[], operation: Operation, status: number, spent: Spent): void {
  for (const each of reports) each(operation, status, spent);
}
