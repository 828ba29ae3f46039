import { describe, expect, it } from '@jest/globals';
import { LocalMedia } from '../media/local-media';
import { FakePeerConnection, fakePlatform, settle } from '../testing';
import { MediaTransceivers } from './media-transceivers';
import type { PeerSessionError } from './peer-session-error';

async function given({ withMedia = true } = {}) {
  const platform = fakePlatform();
  const media = withMedia ? new LocalMedia({ platform }) : undefined;
  await media?.open();
  const connection = new FakePeerConnection();
  const errors: PeerSessionError[] = [];
  const transceivers = new MediaTransceivers({
    connection: connection as unknown as RTCPeerConnection,
    media,
    onError: (error) => errors.push(error),
  });
  const sending = () => connection.getTransceivers().map(({ sender }) => sender.track?.kind ?? null);
  return { media, connection, transceivers, errors, sending };
}

async function offerOf(kinds: ('audio' | 'video')[]) {
  const remote = new FakePeerConnection();
  for (const kind of kinds) remote.addTransceiver(kind);
  await remote.setLocalDescription();
  return remote.localDescription ?? { type: 'offer' as const, sdp: '' };
}

describe('MediaTransceivers', () => {
  it('makes one of each, both ways, with the tracks there are', async () => {
    const { connection, transceivers, sending, media } = await given();
    transceivers.create();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual(['sendrecv', 'sendrecv']);
    expect(sending()).toEqual(['audio', 'video']);
    expect(connection.getTransceivers()[0]?.sender.streams).toEqual([media?.stream]);
  });

  it('makes both also without any device, so that both are received', async () => {
    const { connection, transceivers, sending } = await given({ withMedia: false });
    transceivers.create();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual(['sendrecv', 'sendrecv']);
    expect(sending()).toEqual([null, null]);
  });

  it('adopts those of an offer, once, and answers with both directions', async () => {
    const { connection, transceivers, sending, media } = await given();
    await connection.setRemoteDescription(await offerOf(['audio', 'video', 'video']));
    await transceivers.adopt();
    await transceivers.adopt();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual([
      'sendrecv',
      'sendrecv',
      'recvonly',
    ]);
    expect(sending()).toEqual(['audio', 'video', null]);
    expect(connection.getTransceivers()[1]?.sender.streams).toEqual([media?.stream]);
  });

  it('makes do with an offer that has audio only', async () => {
    const { connection, transceivers, sending } = await given();
    await connection.setRemoteDescription(await offerOf(['audio']));
    await transceivers.adopt();
    expect(sending()).toEqual(['audio']);
  });

  it('follows the devices without touching what has not changed', async () => {
    const { media, connection, transceivers, sending } = await given();
    transceivers.create();
    await media?.setCamera(false);
    await transceivers.sync();
    expect(sending()).toEqual(['audio', null]);
    await media?.setCamera(true);
    await transceivers.sync();
    expect(sending()).toEqual(['audio', 'video']);
    expect(connection.getTransceivers().map(({ sender }) => sender.replaced.length)).toEqual([0, 2]);
  });

  it('tells when a track cannot be put in, and goes on with the others', async () => {
    const { media, connection, transceivers, errors, sending } = await given();
    transceivers.create();
    const [audio] = connection.getTransceivers();
    const cause = new Error('no');
    if (audio) audio.sender.failNextReplace = cause;
    media?.close();
    await transceivers.sync();
    await settle();
    expect(errors).toMatchObject([{ reason: 'track-replace-failed', cause }]);
    expect(sending()).toEqual(['audio', null]);
  });
});
