import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ErasureRepository } from '../src/personal-data/erasure.repository';
import { ErasureService } from '../src/personal-data/erasure.service';
import { startTestApi, type TestApi, type TestUser } from './support/test-api';

/** As in the erasure's repository. */
const ERASURE_LOCK = 1_763_700_002;

describe('an erasure', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => api.close());

  const ask = (...users: TestUser[]) =>
    api.query('INSERT INTO erasures (user_id) SELECT unnest($1::uuid[])', [users.map(({ id }) => id)]);
  const gone = (user: TestUser) =>
    api.until(async () => (await api.query('SELECT 1 FROM users WHERE id = $1', [user.id])).length === 0);
  /** Runs `body` before each user's row is deleted that `condition` holds for, until it is told to stop. */
  const beforeDeletion = async (body: string, condition = 'true') => {
    await api.query(`CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN OLD; END $$`);
    await api.query(
      `CREATE TRIGGER look BEFORE DELETE ON users FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION look()`,
    );
    return () => api.query('DROP FUNCTION look CASCADE');
  };

  it('that is slow has one connection, and not another one for each look', async () => {
    const user = await api.registerStudent();
    const findAsked = jest.spyOn(api.app.get(ErasureRepository), 'findAsked');
    const erasures = api.app.get(ErasureService);
    const other = api.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT pg_advisory_xact_lock($1)', [ERASURE_LOCK]);
    await ask(user);
    const waiting = async () =>
      (await api.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`))
        .length;
    await api.until(async () => (await waiting()) > 0);
    const before = findAsked.mock.calls.length;
    const looks = [erasures.look(), erasures.look()];
    expect(findAsked).toHaveBeenCalledTimes(before);
    expect(await waiting()).toBe(1);
    await other.rollbackTransaction();
    await other.release();
    await Promise.all(looks);
    await gone(user);
  });

  it('that fails leaves those after it alone, says nothing of whose it is, and is tried again', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const [stuck, user] = [await api.registerStudent(), await api.registerStudent()];
    const stop = await beforeDeletion(`RAISE 'stuck with %', OLD.email;`, `OLD.id = '${stuck.id}'`);
    await ask(stuck, user);
    await gone(user);
    expect(warn).toHaveBeenCalledWith('An account could not be erased this time.', expect.any(String));
    const said = JSON.stringify(warn.mock.calls);
    expect([stuck.id, stuck.email, stuck.nickname].filter((word) => said.includes(word))).toEqual([]);
    await stop();
    await gone(stuck);
  });

  it('may take minutes, as that of very many versions does', async () => {
    const user = await api.registerStudent();
    const stop = await beforeDeletion(
      `IF current_setting('statement_timeout')::interval < interval '1 minute' THEN RAISE 'too short'; END IF;`,
    );
    const { status } = await api.post('/api/users/me/erase', { password: user.password }, user);
    await stop();
    expect(status).toBe(204);
  });
});
