import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsultsService } from '../src/consults/consults.service';
import { DomainError } from '../src/common/domain-error';
import { aRequest } from './support/consult-fixtures';
import { TwoNodes } from './support/two-nodes';

const MENTORS = 50;
const ROUNDS = 100;

describe('fifty mentors at two nodes accept one consult at once', () => {
  let nodes: TwoNodes;
  beforeAll(async () => {
    nodes = await TwoNodes.start();
  });
  afterAll(() => nodes.close());

  it('has one winner each time, whom both nodes and the database name', async () => {
    const services = [nodes.a, nodes.b].map((api) => api.app.get(ConsultsService)) as [
      ConsultsService,
      ConsultsService,
    ];
    const student = await nodes.a.registerStudent();
    const mentors = await nodes.a.insertMentors(MENTORS);
    const wins = new Map<number, number>();
    const codes = new Map<string, number>();
    const byNode = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await (services[round % 2] as ConsultsService).create(student.id, aRequest());
      const tries = await Promise.allSettled(
        mentors.map((mentor, n) => (services[n % 2] as ConsultsService).accept(mentor, id)),
      );
      const won = tries.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
      wins.set(won.length, (wins.get(won.length) ?? 0) + 1);
      for (const n of won) byNode[n % 2] = (byNode[n % 2] ?? 0) + 1;
      for (const each of tries) {
        if (each.status !== 'rejected') continue;
        const code = each.reason instanceof DomainError ? each.reason.code : String(each.reason);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      const [row] = await nodes.a.query<{ mentor_id: string }>('SELECT mentor_id FROM consults WHERE id = $1', [id]);
      expect(row?.mentor_id).toBe(mentors[won[0] ?? -1]);
      await services[(round + 1) % 2]?.cancel(student.id, id);
    }
    expect([...wins]).toEqual([[1, ROUNDS]]);
    expect([...codes]).toEqual([['consults/already-matched', ROUNDS * (MENTORS - 1)]]);
    expect(Math.min(...byNode)).toBeGreaterThan(0);
  }, 120_000);
});
