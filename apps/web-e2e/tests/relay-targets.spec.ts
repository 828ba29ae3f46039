import { expect, test } from '@playwright/test';
import { type LogIn, TurnClient, TurnRefused } from '@ieum/turn-client';
import { Coturn } from '@ieum/turn-client/testing';

/** One of every kind that is not the public internet, in every form that it can be written in. */
const FORBIDDEN = {
  4: [
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.9.9.9'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.254', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.0.1'],
    ...['198.18.0.1', '198.19.255.254', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1'],
    '255.255.255.255',
  ],
  6: [
    ...['::', '::1', '::10.0.0.1', '::127.0.0.1', '::ffff:0.0.0.0', '::ffff:10.0.0.1', '::ffff:127.0.0.1'],
    ...['::ffff:169.254.169.254', '::ffff:192.168.1.1', '::ffff:8.8.8.8', '64:ff9b::10.0.0.1', '64:ff9b:1::a00:1'],
    ...['100::1', '2001::1', '2001:2::1', '2001:10::1', '2001:db8::1', '2002:a00:1::1', '2002:7f00:1::1', '3fff::1'],
    ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
  ],
} as const;
const PUBLIC = { 4: ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.1.1'], 6: ['2606:4700::1111', '2a00::1'] } as const;
const FORBIDDEN_IP = 403;
const QUOTA_REACHED = 486;

/** 0, or the code of the refusal. */
const answerOf = (asked: Promise<unknown>): Promise<number> =>
  asked.then(
    () => 0,
    (error: unknown) => {
      if (error instanceof TurnRefused) return error.code;
      throw error;
    },
  );

let coturn: Coturn;
const connect = (logIn: LogIn) =>
  TurnClient.connect({ host: '127.0.0.1', port: coturn.port, transport: 'udp' }, logIn, {
    signal: AbortSignal.timeout(20_000),
  });
test.beforeEach(async () => {
  coturn = await Coturn.start({ deployed: true });
});
test.afterEach(() => coturn.stop());

for (const family of [4, 6] as const) {
  test(`the relay as it is deployed refuses all ${FORBIDDEN[family].length} forbidden targets of IPv${family}`, async () => {
    const client = await connect(coturn.credentials());
    await client.allocate(family);
    for (const address of FORBIDDEN[family]) {
      expect([address, await answerOf(client.permit(address))]).toEqual([address, FORBIDDEN_IP]);
    }
    for (const address of PUBLIC[family])
      expect([address, await answerOf(client.permit(address))]).toEqual([address, 0]);
    client.close();
  });
}

test('of 200 relay addresses asked for with one log-in, no more than ten are given', async () => {
  const logIn = coturn.credentials();
  // All stay open: a port that is free again could be handed out to a later one, whose allocation the relay still has.
  const clients: TurnClient[] = [];
  const answers: number[] = [];
  try {
    for (let asked = 0; asked < 200; asked += 1) {
      const client = await connect(logIn);
      clients.push(client);
      answers.push(await answerOf(client.allocate()));
    }
  } finally {
    for (const client of clients) client.close();
  }
  expect(answers.slice(0, 10)).toEqual(Array(10).fill(0));
  expect(new Set(answers.slice(10))).toEqual(new Set([QUOTA_REACHED]));
});
