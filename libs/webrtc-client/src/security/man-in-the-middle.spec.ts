import { describe, expect, it } from '@jest/globals';
import { fakePlatform } from '../testing';
import { toBase64Url } from './base64url';
import { SafetyCodeExchange, type AgreedSdp, type SafetyRole, type SafetyState } from './safety-code-exchange';

const platform = fakePlatform();
const exchange = (role: SafetyRole): SafetyCodeExchange => new SafetyCodeExchange({ platform, role });

/** A description that names a certificate nobody else has. */
function certificate(): string {
  const bytes = [...platform.randomBytes(32)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  return `v=0\r\na=fingerprint:sha-256 ${bytes.join(':')}\r\n`;
}

const leg = (near: string, far: string): { near: AgreedSdp; far: AgreedSdp } => ({
  near: { local: near, remote: far },
  far: { local: far, remote: near },
});

/** The protocol between two ends of one DTLS connection, kept to by both. */
async function converse(near: SafetyCodeExchange, far: SafetyCodeExchange, sdp: ReturnType<typeof leg>) {
  near.receiveCommitment(await far.commitment());
  far.receiveCommitment(await near.commitment());
  await near.receiveReveal(far.reveal(sdp.far));
  await far.receiveReveal(near.reveal(sdp.near));
}

const codeOf = (state: SafetyState): string => {
  if (state.status !== 'ready') throw new Error(state.status);
  return `${state.code.emoji.join('')} ${state.code.digits.join(' ')}`;
};

describe('somebody in the middle', () => {
  it('who keeps to the protocol with both is seen by different codes in 1,000 of 1,000 calls', async () => {
    let equal = 0;
    for (let run = 0; run < 1_000; run += 1) {
      const [alice, bob] = [exchange('impolite'), exchange('polite')];
      const [aliceLeg, bobLeg] = [leg(certificate(), certificate()), leg(certificate(), certificate())];
      await converse(alice, exchange('polite'), aliceLeg);
      await converse(bob, exchange('impolite'), bobLeg);
      if (codeOf(await alice.outcome(aliceLeg.near)) === codeOf(await bob.outcome(bobLeg.near))) equal += 1;
    }
    expect(equal).toBe(0);
  });

  it('who hands commitments and nonces through, or uses one certificate for both, is seen as well', async () => {
    for (let run = 0; run < 200; run += 1) {
      const [alice, bob, middle] = [exchange('impolite'), exchange('polite'), certificate()];
      const [aliceLeg, bobLeg] = [leg(certificate(), middle), leg(certificate(), run % 2 ? middle : certificate())];
      alice.receiveCommitment(await bob.commitment());
      bob.receiveCommitment(await alice.commitment());
      await alice.receiveReveal(bob.reveal(bobLeg.near));
      await bob.receiveReveal(alice.reveal(aliceLeg.near));
      expect(codeOf(await alice.outcome(aliceLeg.near))).not.toBe(codeOf(await bob.outcome(bobLeg.near)));
    }
  });

  it('who names the right certificate beside the own one is seen', async () => {
    const [alice, bob] = [exchange('impolite'), exchange('polite')];
    const [aliceOwn, bobOwn, middle] = [certificate(), certificate(), certificate()];
    const [aliceSees, bobSees] = [leg(aliceOwn, bobOwn + middle), leg(bobOwn, aliceOwn + middle)];
    alice.receiveCommitment(await bob.commitment());
    bob.receiveCommitment(await alice.commitment());
    await alice.receiveReveal(bob.reveal(bobSees.near));
    await bob.receiveReveal(alice.reveal(aliceSees.near));
    expect(codeOf(await alice.outcome(aliceSees.near))).not.toBe(codeOf(await bob.outcome(bobSees.near)));
  });

  it('cannot grind: a nonce that would give the wanted code exists, but is not the one committed to', async () => {
    const sdp = leg(certificate(), certificate());
    const wanted = '🐶';
    /** What would come of this nonce, had the attacker not needed to commit to one: 6 of the 42 bits are quickly found. */
    const tries = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const attacker = new SafetyCodeExchange({ platform: { ...known, randomBytes: () => bytes }, role: 'polite' });
      const victim = new SafetyCodeExchange({
        platform: { ...known, randomBytes: () => victimNonce },
        role: 'impolite',
      });
      await converse(victim, attacker, sdp);
      return codeOf(await victim.outcome(sdp.near));
    };
    const known = { sha256: (data: Uint8Array<ArrayBuffer>) => platform.sha256(data) };
    const victimNonce = platform.randomBytes(32);
    let ground = platform.randomBytes(32);
    while (!(await tries(ground)).startsWith(wanted)) ground = platform.randomBytes(32);

    const victim = new SafetyCodeExchange({ platform: { ...known, randomBytes: () => victimNonce }, role: 'impolite' });
    await victim.commitment();
    victim.receiveCommitment(await exchange('polite').commitment());
    expect(victim.reveal(sdp.near)).toBe(toBase64Url(victimNonce));
    await victim.receiveReveal(toBase64Url(ground));
    expect(await victim.outcome(sdp.near)).toEqual({ status: 'mismatch', reason: 'commitment-broken' });
  });

  it('cannot learn a nonce before choosing: a commitment sent after the reveal is a second one', async () => {
    const sdp = leg(certificate(), certificate());
    const victim = exchange('impolite');
    await victim.commitment();
    expect(() => victim.reveal(sdp.near)).toThrow('has not committed');
    const [first, chosen] = [exchange('polite'), exchange('polite')];
    victim.receiveCommitment(await first.commitment());
    victim.reveal(sdp.near);
    victim.receiveCommitment(await chosen.commitment());
    chosen.receiveCommitment(await victim.commitment());
    await victim.receiveReveal(chosen.reveal(sdp.far));
    expect(await victim.outcome(sdp.near)).toEqual({ status: 'mismatch', reason: 'commitment-changed' });
  });

  it('cannot take another certificate for the second leg of a call once the nonces are known', async () => {
    const [alice, middle, own] = [exchange('impolite'), exchange('polite'), certificate()];
    const sdp = leg(own, certificate());
    await converse(alice, middle, sdp);
    const ground = leg(own, certificate());
    expect(await alice.outcome(ground.near)).toEqual({ status: 'mismatch', reason: 'fingerprints-changed' });
  });
});
