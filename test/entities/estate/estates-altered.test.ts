import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../../crm.ts';
import { type PassingAnswer, startAltered } from './altered-onoffice.ts';

/** What onOffice answers, altered in one place: nothing of it may be shown or kept as if it were sound. */
let crm: Crm;
let altered: Awaited<ReturnType<typeof startAltered>>;
beforeAll(async () => {
  let target = '';
  altered = await startAltered(() => target);
  crm = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
  target = crm.onoffice.url;
  await crm.query('{ viewer { tenant } }');
});
afterAll(async () => {
  await crm.close();
  await altered[Symbol.asyncDispose]();
});
beforeEach(() => {
  crm.onoffice.reset();
  altered.alter(() => undefined);
});

interface Result {
  resourcetype: string;
  status: { errorcode: unknown };
  data: { meta: { cntabsolute: unknown }; records: { id: unknown; elements: Record<string, unknown> }[] };
}
const results = ({ response }: PassingAnswer) => response.results as unknown as Result[];
const failures = (errors: readonly { path?: readonly unknown[]; extensions: { code: string } }[] | undefined) =>
  errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code]);

/** Changes each result of what is answered from now on. */
const change = (each: (result: Result) => unknown) =>
  altered.alter((answer) => {
    for (const result of results(answer)) each(result);
  });

describe('a write', () => {
  const unlock = 'mutation { unlockProvider(parameterCacheId: "x") { unlocked errors { message } } }';
  const archive = 'mutation { archiveEstate(estateId: 2471) { estate { status { key } } errors { message } } }';
  const claimed = { headers: { 'x-onoffice-claim': 'activation' } };
  const answered = (records: unknown[]) => change(({ data }) => Object.assign(data, { records }));

  test.each([
    ['no record', []],
    ['no word', [{ id: 0, elements: {} }]],
    ['another word', [{ id: 0, elements: { success: true } }]],
    ['a list', [{ id: 0, elements: ['success'] }]],
  ])('that activates a provider, and is answered with %s, may have been done', async (_what, records) => {
    answered(records);
    const { data, errors } = await crm.query(unlock, undefined, claimed);
    expect(failures(errors)).toEqual([['unlockProvider', 'UNKNOWN_OUTCOME']]);
    expect(data.unlockProvider).toBeNull();
    answered([{ id: 0, elements: { success: 'error' } }]);
    const refused = await crm.query(unlock, undefined, claimed);
    expect(refused.data.unlockProvider).toEqual({
      unlocked: false,
      errors: [{ message: 'onOffice did not activate the provider.' }],
    });
  });

  test.each([[1.5], [-1], [1e30], [true]])('that is answered with the code %s is not refused by it', async (code) => {
    change(({ status }) => Object.assign(status, { errorcode: code }));
    const { errors } = await crm.query(archive);
    expect(failures(errors)).toEqual([['archiveEstate', 'UNKNOWN_OUTCOME']]);
    expect(crm.onoffice.world().estates.get(2471)?.values.status).toBe('0');
  });
});
