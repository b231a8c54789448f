import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runArchiveAgent } from '../../../src/simulator/archive/agents.ts';
import { createTestCaller, smallWorld } from './small-world.ts';

const world = smallWorld();
const caller = createTestCaller(world);
const call = (method: string, body: unknown, from = caller) => runArchiveAgent(method, body, from);

/** Rows of a call that was not refused. */
function rowsOf(method: string, body: unknown): AgentRow[] {
  const answer = call(method, body);
  if (!Array.isArray(answer?.body)) throw new Error(`no rows: ${JSON.stringify(answer)}`);
  return answer.body;
}

interface AgentRow {
  PrimaryKey: number;
  ColumnData: Record<string, { DisplayValue: string; TooltipHint: string; LinkHint: string }>;
}

const restriction = (Name: string, Operator: string, Values: string[], more: object = {}) => ({
  ...{ Name, Operator, Values, IsActive: true, InterOperator: 'And', InterParenthesis: 0 },
  ...more,
});

function keys(Restriction: unknown[], more: object = {}): number[] {
  const body = { ProviderName: 'SimpleContact', Columns: ['contactId'], Restriction, ...more };
  return rowsOf('GetArchiveListByColumns', body).map((row) => row.PrimaryKey);
}

describe('GetArchiveListByColumns', () => {
  test('rows have the members and the typed cells of a captured answer', () => {
    const captured = JSON.parse(
      readFileSync(new URL('../../fixtures/superoffice/agents-archive-list.json', import.meta.url), 'utf8'),
    ) as AgentRow[];
    const body = {
      ProviderName: 'Person',
      Columns: Object.keys(captured[0]?.ColumnData ?? {}),
      SortOrder: [{ Name: 'personId', Direction: 'ASC' }],
      Restriction: [restriction('personId', 'in', ['71'])],
      Entities: ['person'],
      Page: 0,
      PageSize: 100,
    };
    const [row] = rowsOf('GetArchiveListByColumns', body);
    expect(Object.keys(row ?? {})).toEqual(Object.keys(captured[0] ?? {}));
    expect(row?.ColumnData).toEqual({
      personId: { DisplayValue: '[I:71]', TooltipHint: '{person_id=71}', LinkHint: '' },
      firstName: { DisplayValue: 'Ingrid', TooltipHint: '{person_id=71}', LinkHint: '' },
      personUpdatedDate: { DisplayValue: '[DT:01/01/0001 00:00:00.0000000]', TooltipHint: '', LinkHint: '' },
      retired: { DisplayValue: '[B:0]', TooltipHint: '', LinkHint: '' },
    });
    expect(row).toMatchObject({ EntityName: 'person', LinkHint: 'nav=person&person_id=71', FieldProperties: {} });
  });

  test('every kind of cell has its mark', () => {
    const columns = ['category', 'associateId', 'updatedDate', 'stop', 'streetAddress/wgs84latitude', 'name'];
    const body = {
      ProviderName: 'SimpleContact',
      Columns: columns,
      Restriction: [restriction('contactId', '=', ['7'])],
    };
    const [row] = rowsOf('GetArchiveListByColumns', body);
    const values = Object.values(row?.ColumnData ?? {}).map(({ DisplayValue }) => DisplayValue);
    expect(values).toEqual(['[I:3]', '[I:7]', '[DT:03/11/2026 23:30:00.0000000]', '[B:1]', '[F:60.39]', "L'Oréal"]);
    const diary = {
      ProviderName: 'FindAppointment',
      Columns: ['date', 'endDate'],
      Restriction: [restriction('appointmentId', '=', ['591'])],
    };
    const [entry] = rowsOf('GetArchiveListByColumns', diary);
    expect(entry?.ColumnData.date?.DisplayValue).toBe('[DT:04/20/2026 00:30:00.0000000]');
    expect(entry?.ColumnData.endDate?.DisplayValue).toBe('[D:04/20/2026 00:00:00.0000000]');
  });

  test('restrictions: encoded values, inactive ones, or, parentheses', () => {
    expect(keys([restriction('contactId', 'in', ['[I:7]', '[I:2]'])])).toEqual([2, 7]);
    expect(keys([restriction('contactId', '>', ['2']), restriction('stop', 'set', ['[B:1]'])])).toEqual([7]);
    expect(
      keys([restriction('contactId', '>', ['2']), restriction('stop', 'set', ['1'], { IsActive: false })]),
    ).toEqual([7, 25, 30]);
    expect(
      keys([restriction('stop', 'set', ['1'], { InterOperator: 'Or' }), restriction('name', 'begins', ['nord'])]),
    ).toEqual([2, 7]);
    expect(
      keys([
        restriction('stop', 'set', ['1'], { InterOperator: 'Or', InterParenthesis: 1 }),
        restriction('contactId', '=', ['25'], { InterParenthesis: -1 }),
        restriction('name', 'begins', ['ø']),
      ]),
    ).toEqual([25]);
    expect(keys([restriction('associateId', 'currentAssociate', [])])).toEqual([2, 30]);
    expect(keys([restriction('updatedDate', 'date', ['[D:03/11/2026]'])])).toEqual([7]);
    expect(keys([restriction('name', 'is', ["L'Oréal"])])).toEqual([7]);
  });

  test('pages count from 0, a negative one is rows to skip', () => {
    const all = [restriction('getAllRows', '=', ['true'])];
    expect(keys(all, { Page: 0, PageSize: 3 })).toEqual([2, 7, 25]);
    expect(keys(all, { Page: 1, PageSize: 3 })).toEqual([30]);
    expect(keys(all, { Page: -1, PageSize: 2 })).toEqual([7, 25]);
    expect(keys(all, { SortOrder: [{ Name: 'name', Direction: 'DESC' }] })).toEqual([25, 2, 7, 30]);
  });
});

describe('the other forms', () => {
  test('texts in place of lists, in any case', () => {
    const body = {
      providerName: 'SimpleContact',
      columns: 'contactId, name',
      sortOrder: 'name desc',
      restrictions: "name begins 'n' or contactId = 7",
      entities: 'contact',
    };
    const rows = rowsOf('GetArchiveListByColumns2', body);
    expect(rows.map((row) => row.ColumnData.name?.DisplayValue)).toEqual(['Nordlys Trading AS', "L'Oréal"]);
  });

  test('a header with the number of all rows', () => {
    const lists = {
      ProviderName: 'SimpleContact',
      Columns: ['contactId'],
      Restriction: [restriction('contactId', '>', ['2'])],
    };
    const header = call('GetArchiveListByColumnsWithHeader', { ...lists, PageSize: 1, Options: '' })?.body;
    expect(header).toMatchObject({ RowCount: 3, Rows: [{ PrimaryKey: 7 }] });
    const texts = { ProviderName: 'SimpleContact', Columns: 'contactId', Restriction: 'contactId > 2', PageSize: 2 };
    expect(call('GetArchiveListByColumnsWithHeader2', texts)?.body).toMatchObject({ RowCount: 3, Rows: [{}, {}] });
  });

  test('names of providers and columns of one', () => {
    expect(call('GetProviderNames', undefined)?.body).toContain('FindAppointment');
    const columns = call('GetAvailableColumns', { ProviderName: 'Person' })?.body as { Name: string }[];
    expect(columns.map(({ Name }) => Name)).toEqual(expect.arrayContaining(['fullName', 'personUdef/SuperOffice:1']));
    expect(call('GetNothing', {})).toBeUndefined();
  });
});

describe('refusals', () => {
  const none = { ProviderName: 'SimpleContact', Columns: ['contactId'] };

  test('are null with status 200, as agents fail', () => {
    expect(call('GetArchiveListByColumns', none)).toEqual({ status: 200, body: null });
    expect(call('GetArchiveListByColumns', { ...none, ProviderName: 'Nobody' })).toEqual({ status: 200, body: null });
    expect(
      call('GetArchiveListByColumns', { ...none, Restriction: [restriction('nope', '=', ['1'])] })?.body,
    ).toBeNull();
    expect(call('GetArchiveListByColumns', 'text')?.body).toBeNull();
  });

  test('or an error, by option', () => {
    const strict = createTestCaller(world);
    strict.options.archive.agentRefusal = 'status';
    expect(call('GetArchiveListByColumns', none, strict)).toMatchObject({
      status: 500,
      body: { Error: true, ErrorType: 'ArgumentException' },
    });
  });
});
