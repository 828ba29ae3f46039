import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { SafetyCodeExchange, type AgreedSdp, type SafetyRole } from './safety-code-exchange';

const platform = fakePlatform();
const sdpOf = (fingerprint: string): string => `v=0\r\na=fingerprint:sha-256 ${fingerprint}\r\n`;
const ours: AgreedSdp = { local: sdpOf('AA:01'), remote: sdpOf('BB:02') };
const theirs: AgreedSdp = { local: ours.remote, remote: ours.local };
const exchange = (role: SafetyRole): SafetyCodeExchange => new SafetyCodeExchange({ platform, role });

/** Both sides up to where each may reveal. */
async function committed() {
  const [impolite, polite] = [exchange('impolite'), exchange('polite')];
  impolite.receiveCommitment(await polite.commitment());
  polite.receiveCommitment(await impolite.commitment());
  return { impolite, polite };
}

describe('SafetyCodeExchange', () => {
  it('gives both sides one code, another one in each of 200 calls', async () => {
    const codes = new Set<string>();
    for (let run = 0; run < 200; run += 1) {
      const { impolite, polite } = await committed();
      await polite.receiveReveal(impolite.reveal(ours));
      await impolite.receiveReveal(polite.reveal(theirs));
      const [one, other] = [await impolite.outcome(ours), await polite.outcome(theirs)];
      expect(one).toEqual(other);
      expect(one).toMatchObject({ status: 'ready' });
      codes.add(JSON.stringify(one));
    }
    expect(codes.size).toBe(200);
  });

  it('does not mind a commitment or a nonce that comes twice, and says the same when asked again', async () => {
    const { impolite, polite } = await committed();
    polite.receiveCommitment(await impolite.commitment());
    for (let time = 0; time < 2; time += 1) {
      await polite.receiveReveal(impolite.reveal(ours));
      await impolite.receiveReveal(polite.reveal(theirs));
    }
    expect(await polite.outcome(theirs)).toEqual(await impolite.outcome(ours));
    expect(await polite.outcome(theirs)).toEqual(await polite.outcome(theirs));
  });

  it('keeps its nonce until it committed itself and has the other side’s commitment', async () => {
    const [impolite, polite] = [exchange('impolite'), exchange('polite')];
    const commitment = await polite.commitment();
    expect(commitment).toHaveLength(43);
    expect(await polite.commitment()).toBe(commitment);
    expect([impolite.mayReveal, polite.mayReveal]).toEqual([false, false]);
    impolite.receiveCommitment(commitment);
    expect(impolite.mayReveal).toBe(false);
    expect(() => impolite.reveal(ours)).toThrow('has not committed');
    await impolite.commitment();
    expect(impolite.mayReveal).toBe(true);
  });

  it('commits itself the way other clients are told to', async () => {
    const zeros = { randomBytes: (length: number) => new Uint8Array(length), sha256: platform.sha256 };
    const impolite = new SafetyCodeExchange({ platform: zeros, role: 'impolite' });
    expect(await impolite.commitment()).toBe('fIrq-OPMVCsk19pEraXwzkauOASard-hyEyLjFJ_NDw');
  });

  it('is pending until both nonces are out', async () => {
    const { impolite, polite } = await committed();
    expect(await impolite.outcome(ours)).toEqual({ status: 'pending' });
    await impolite.receiveReveal(polite.reveal(theirs));
    expect(await impolite.outcome(ours)).toEqual({ status: 'pending' });
    impolite.reveal(ours);
    expect(await impolite.outcome(ours)).toMatchObject({ status: 'ready' });
  });

  it.each([undefined, 7, '', 'x'.repeat(43), `${'A'.repeat(43)}\n`])(
    'calls the commitment %p malformed',
    async (text) => {
      const { impolite } = await committed();
      impolite.receiveCommitment(text);
      expect(impolite.mayReveal).toBe(false);
      expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'malformed' });
    },
  );

  it.each([null, {}, 'A'.repeat(42), 'x'.repeat(43)])('calls the nonce %p malformed', async (nonce) => {
    const { impolite } = await committed();
    await impolite.receiveReveal(nonce);
    expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'malformed' });
  });

  it('finds a commitment that was swapped', async () => {
    const { impolite } = await committed();
    impolite.receiveCommitment(await exchange('polite').commitment());
    expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'commitment-changed' });
  });

  it('finds a nonce that was swapped, or comes before any commitment', async () => {
    const { impolite, polite } = await committed();
    await impolite.receiveReveal('A'.repeat(43));
    expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'commitment-broken' });
    const early = exchange('impolite');
    await early.receiveReveal(polite.reveal(theirs));
    early.receiveCommitment(await polite.commitment());
    expect(await early.outcome(ours)).toEqual({ status: 'mismatch', reason: 'commitment-broken' });
  });

  it('does not take its own commitment and nonce for the other side’s', async () => {
    const impolite = exchange('impolite');
    impolite.receiveCommitment(await impolite.commitment());
    await impolite.receiveReveal(impolite.reveal(ours));
    expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'commitment-broken' });
  });

  it('finds certificates that are others than when the nonce was given away, before and after the code', async () => {
    const { impolite, polite } = await committed();
    await impolite.receiveReveal(polite.reveal(theirs));
    await polite.receiveReveal(impolite.reveal(ours));
    expect(await impolite.outcome(ours)).toMatchObject({ status: 'ready' });
    const changed = { status: 'mismatch', reason: 'fingerprints-changed' };
    expect(await impolite.outcome({ ...ours, remote: sdpOf('CC:03') })).toEqual(changed);
    expect(await impolite.outcome(ours)).toEqual(changed);
    expect(await polite.outcome({ ...theirs, remote: `${theirs.remote}a=fingerprint:sha-1 00\r\n` })).toEqual(changed);
  });

  it('makes no code of a description without a certificate', async () => {
    const { impolite } = await committed();
    impolite.reveal({ ...ours, remote: 'v=0\r\n' });
    expect(await impolite.outcome(ours)).toEqual({ status: 'mismatch', reason: 'malformed' });
  });

  it('does not agree when both were told the same role', async () => {
    const [one, other] = [exchange('polite'), exchange('polite')];
    one.receiveCommitment(await other.commitment());
    other.receiveCommitment(await one.commitment());
    await one.receiveReveal(other.reveal(theirs));
    expect(await one.outcome(ours)).toEqual({ status: 'mismatch', reason: 'commitment-broken' });
  });
});
