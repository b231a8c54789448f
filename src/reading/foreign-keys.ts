import DataLoader from 'dataloader';
import { UpstreamError } from '../upstream/errors.ts';
import { madeOnce } from '../upstream/made-once.ts';
import { quoted } from '../upstream/superoffice/archive.ts';
import { type Row, textOf, wholeOf } from './row.ts';
import { chunked, idsCondition, readRows } from './rows.ts';
import type { ReadScope } from './scope.ts';

/** The key that another application keeps on a record. */
export interface ForeignKey {
  app: string;
  device: string;
  key: string;
  value: string;
}

/** Numbers of the CRM's own tables, by which the archive tells the records apart. */
const tables: Readonly<Record<string, number>> = { Contact: 5, Person: 6, Appointment: 9 };

const columns = ['appName', 'deviceName', 'keyName', 'keyValue', 'recordId', 'keyId'];

/** Foreign keys of one request: those of many records, or records by a key's value, are one request (archive ForeignKeys). */
export class ForeignKeys {
  private readonly scope: ReadScope;
  private loaders: Map<string, DataLoader<number, ForeignKey[]>> | null = null;
  private reverse: Map<string, DataLoader<string, number[]>> | null = null;

  constructor(scope: ReadScope) {
    this.scope = scope;
  }

  /** The keys on a record of Contact, Person or Appointment. */
  of(entity: string, id: number): Promise<ForeignKey[]> {
    this.loaders ??= new Map();
    const read = (ids: readonly number[]) => this.read(entity, ids);
    return madeOnce(this.loaders, entity, () => new DataLoader(read, { maxBatchSize: 10_000 })).load(id);
  }

  /** Ids of the records on which an application's key has a value. */
  recordsWith(entity: string, app: string, key: string, value: string): Promise<number[]> {
    const name = `${entity} ${app} ${key}`;
    this.reverse ??= new Map();
    const find = (values: readonly string[]) => this.find(entity, app, key, values);
    return madeOnce(this.reverse, name, () => new DataLoader(find, { maxBatchSize: 500 })).load(value);
  }

  /** After a write to a key. */
  forget(): void {
    this.loaders = null;
    this.reverse = null;
  }

  private async read(entity: string, ids: readonly number[]): Promise<(ForeignKey[] | Error)[]> {
    const found = new Map<number, ForeignKey[]>();
    try {
      const sorted = [...ids].sort((a, b) => a - b);
      await Promise.all(
        chunked(sorted).map((chunk) =>
          this.rows(entity, idsCondition('recordId', chunk, 'in'), (row) => this.add(found, row)),
        ),
      );
    } catch (error) {
      if (error instanceof UpstreamError && error.kind === 'forbidden')
        return Promise.all(ids.map((id) => this.ofRecord(entity, id)));
      return ids.map(() => error as Error);
    }
    return ids.map((id) => found.get(id) ?? []);
  }

  private add(found: Map<number, ForeignKey[]>, row: Row): void {
    const id = recordOf(row);
    const key = {
      app: textOf(row, 'appName') ?? '',
      device: textOf(row, 'deviceName') ?? '',
      key: textOf(row, 'keyName') ?? '',
      value: textOf(row, 'keyValue') ?? '',
    };
    found.set(id, [...(found.get(id) ?? []), key]);
  }

  /** All rows of a condition, a thousand at a time. */
  private async rows(entity: string, condition: string, use: (row: Row) => void): Promise<void> {
    for (let skip = 0; ; skip += 1_000) {
      const request = {
        provider: 'ForeignKeys',
        select: columns,
        filter: `tableId eq ${tables[entity]} and ${condition}`,
        orderBy: ['recordId asc', 'keyId asc'],
        top: 1_000,
        skip,
        full: false,
      };
      const { rows, exhausted } = await readRows(
        this.scope,
        request,
        (row) => wholeOf(row, 'keyId') ?? row.primaryKey ?? null,
      );
      rows.forEach(use);
      if (exhausted) return;
    }
  }

  /** Where the archive is refused: one request per record. The names cannot be told apart when one of them holds a dot. */
  private async ofRecord(entity: string, id: number): Promise<ForeignKey[] | Error> {
    try {
      const keys = (await this.scope.superoffice.get<Record<string, string>>(`${entity}/${id}/ForeignKey`)) ?? {};
      return Object.entries(keys).map(([name, value]) => {
        const [app = '', device = '', ...key] = name.split('.');
        return { app, device, key: key.join('.'), value };
      });
    } catch (error) {
      return error as Error;
    }
  }

  private async find(
    entity: string,
    app: string,
    key: string,
    values: readonly string[],
  ): Promise<(number[] | Error)[]> {
    const found = new Map<string, number[]>();
    const condition = `appName is ${quoted(app)} and keyName is ${quoted(key)} and keyValue in (${values.map(quoted).join(',')})`;
    try {
      await this.rows(entity, condition, (row) => {
        const value = textOf(row, 'keyValue') ?? '';
        const id = recordOf(row);
        if (id) found.set(value, [...(found.get(value) ?? []), id]);
      });
    } catch (error) {
      return values.map(() => error as Error);
    }
    return values.map((value) => found.get(value) ?? []);
  }
}

/** The record that a key is on. Without it, the key would be missing from keys that look whole. */
function recordOf(row: Row): number {
  const id = wholeOf(row, 'recordId');
  if (id === null) throw new UpstreamError('superoffice', 'malformed');
  return id;
}
