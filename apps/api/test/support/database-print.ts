import type { TestAccounts } from './test-accounts';

/** What goes on by itself and is no answer to anybody's request. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  consults: ['lease_until'],
  room_visits: ['seen_at'],
  sessions: ['last_used_at'],
};

export type DatabasePrint = Readonly<Record<string, { rows: number; hash: string }>>;

/** Every table with the number of its rows and a hash of what is in them: equal prints, nothing was changed. */
export async function printDatabase(api: TestAccounts): Promise<DatabasePrint> {
  const tables = await api.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  const prints = tables.map(async ({ name }) => {
    const [print] = await api.query<{ rows: number; hash: string }>(
      `SELECT count(*)::int AS rows, coalesce(md5(string_agg(line, '|' ORDER BY line)), '') AS hash
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM "${name}" t) lines`,
      [MOVING[name] ?? []],
    );
    if (!print) throw new Error('An aggregate returned no row.');
    return [name, print] as const;
  });
  return Object.fromEntries(await Promise.all(prints));
}
