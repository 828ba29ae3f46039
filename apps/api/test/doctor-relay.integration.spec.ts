import { afterEach, describe, expect, it } from '@jest/globals';
import { Coturn, freePort, makeCertificate } from '@ieum/turn-client/testing';
import { figureOf, findingsOf, reportOn, verdict } from './support/doctor-fixtures';

describe('the doctor’s look at a relay', () => {
  let coturn: Coturn;
  afterEach(() => coturn.stop());
  const udpOf = ({ urls, settings }: Coturn) => ({ ...settings, TURN_URLS: urls[0] ?? '' });

  it('sends something through it and back, by every way that is set', async () => {
    coturn = await Coturn.start({ transports: ['udp', 'tcp', 'tls'], guarded: true });
    const found = findingsOf(await reportOn({ settings: coturn.settings, ca: coturn.ca }), 'relay');
    expect(found.map(({ about, state, reasons }) => [about, state, reasons])).toEqual(
      coturn.urls.map((url) => [url, 'ok', []]),
    );
    for (const each of found) {
      expect(figureOf(each, 'relayedBytes')).toBe(2000);
      expect(figureOf(each, 'roundTripMs')).toBeLessThan(3_000);
      expect(figureOf(each, 'allocateMs')).toBeGreaterThan(0);
    }
    expect(found.map((each) => figureOf(each, 'daysLeft'))).toEqual([undefined, undefined, 199]);
  });

  it('gives every address back that it took', async () => {
    coturn = await Coturn.start({ guarded: true });
    expect(await verdict('relay', { settings: udpOf(coturn) })).toEqual(['ok']);
    await coturn.stop();
    const count = (method: string) => coturn.printed.match(new RegExp(`${method} processed, success`, 'gu'))?.length;
    expect(count('ALLOCATE')).toBe(4);
    expect(count('REFRESH')).toBe(4);
  });

  it('takes relays that are named with a log-in of their own', async () => {
    coturn = await Coturn.start({ guarded: true });
    const servers = [{ urls: [coturn.urls[0]], ...coturn.credentials() }, { urls: ['stun:stun.example.org'] }];
    expect(await verdict('relay', { settings: { ICE_SERVERS: JSON.stringify(servers) } })).toEqual(['ok']);
  });

  it('finds that it refuses our log-ins: another secret, or a clock that is an hour behind', async () => {
    coturn = await Coturn.start({ guarded: true });
    const settings = udpOf(coturn);
    const other = { ...settings, TURN_SECRET: 'another-secret-than-the-relay-has' };
    expect(await verdict('relay', { settings: other })).toEqual(['failing', 'relay-refused-log-in']);
    expect(await verdict('relay', { settings, aheadMs: -3_600_000 })).toEqual(['failing', 'relay-refused-log-in']);
  });

  it('finds that it is gone, by every way', async () => {
    coturn = await Coturn.start({ transports: ['udp', 'tcp', 'tls'] });
    await coturn.stop();
    const gone = ['failing', 'relay-unreachable'];
    expect(await verdict('relay', { settings: coturn.settings })).toEqual([...gone, ...gone, ...gone]);
  });

  it('finds that it relays to nowhere: its own address is refused', async () => {
    coturn = await Coturn.start({ deployed: true });
    expect(await verdict('relay', { settings: udpOf(coturn) })).toEqual(['failing', 'relay-dead-end']);
  });

  it('finds that it has no address left', async () => {
    coturn = await Coturn.start({ guarded: true, addresses: 1 });
    expect(await verdict('relay', { settings: udpOf(coturn) })).toEqual(['failing', 'relay-full']);
  });

  it('finds that anybody may use it', async () => {
    coturn = await Coturn.start({ guarded: true, open: true });
    expect(await verdict('relay', { settings: udpOf(coturn) })).toEqual(['failing', 'relay-takes-anybody']);
  });

  it('finds that it leads to the machine itself', async () => {
    coturn = await Coturn.start();
    expect(await verdict('relay', { settings: udpOf(coturn) })).toEqual(['failing', 'relay-leads-inside']);
  });

  it.each([
    ['has ended', { days: -1 }, ['failing', 'certificate-ended']],
    ['is another name’s', { name: 'DNS:turn.example.org' }, ['failing', 'certificate-other-name']],
    ['ends soon', { days: 5 }, ['warning', 'certificate-ends-soon']],
  ])('finds that its certificate %s', async (_what, made, expected) => {
    coturn = await Coturn.start({
      transports: ['udp', 'tcp', 'tls'],
      guarded: true,
      certificate: await makeCertificate(made),
    });
    const settings = { ...coturn.settings, TURN_URLS: coturn.urls[2] ?? '' };
    expect(await verdict('relay', { settings, ca: coturn.ca })).toEqual(expected);
  });

  it('finds that nobody trusts its certificate', async () => {
    coturn = await Coturn.start({ transports: ['udp', 'tcp', 'tls'], guarded: true });
    const settings = { ...coturn.settings, TURN_URLS: coturn.urls[2] ?? '' };
    expect(await verdict('relay', { settings })).toEqual(['failing', 'certificate-untrusted']);
  });

  it('says nothing of a relay on localhost where people come from elsewhere', async () => {
    coturn = await Coturn.start();
    const secrets = { JWT_SECRET: 'k3JzvQ8wY1nXr5Tb0LmDf7HcPa9GsE2u', TURN_SECRET: 'k3JzvQ8wY1nXr5Tb0LmDf7HcPa9GsE2u' };
    const settings = { ...secrets, NODE_ENV: 'production', TURN_URLS: `turn:localhost:${await freePort()}` };
    expect(await verdict('relay', { settings })).toEqual(['warning', 'relay-only-here']);
  });
});
