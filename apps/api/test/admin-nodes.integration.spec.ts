import { AdminOverview } from '@ieum/api-contract';
import { Cluster } from '../src/cluster/cluster';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApi } from './support/test-api';
import { TwoNodes } from './support/two-nodes';

let nodes: TwoNodes;
beforeAll(async () => {
  nodes = await TwoNodes.start();
});
afterAll(() => nodes.close());

it('shows both nodes from either of them, and a node that ends is gone', async () => {
  const admin = await nodes.a.registerAdmin();
  const overview = async (api: TestApi) => AdminOverview.parse((await api.get('/api/admin/overview', admin)).body);
  const room = await nodes.live();
  const idOf = (api: TestApi) => api.app.get(Cluster).nodeId;
  const [a, b] = [idOf(nodes.a), idOf(nodes.b)];
  for (const [api, here, there] of [
    [nodes.a, a, b],
    [nodes.b, b, a],
  ] as const) {
    await api.until(async () => (await overview(api)).sockets === 2);
    const { nodes: seen, rooms, liveRooms } = await overview(api);
    expect(seen).toMatchObject([
      { id: here, self: true, state: 'joined', sockets: 1, rooms: 1 },
      { id: there, self: false, state: 'joined', sockets: 1, rooms: 1 },
    ]);
    expect(liveRooms).toBe(1);
    expect(rooms).toMatchObject([{ consultId: room.consult.id }]);
    expect(rooms[0]?.seats).toHaveLength(2);
    expect(rooms[0]?.seats).toEqual(
      expect.arrayContaining([
        { role: 'student', nodeId: a },
        { role: 'mentor', nodeId: b },
      ]),
    );
  }
  const last = await nodes.a.another();
  await nodes.together(2);
  await nodes.a.until(async () => (await overview(nodes.a)).nodes.length === 3);
  await last.close();
  await nodes.a.until(async () => (await overview(nodes.a)).nodes.length === 2);
  room.studentSocket.close();
  room.mentorSocket.close();
});
