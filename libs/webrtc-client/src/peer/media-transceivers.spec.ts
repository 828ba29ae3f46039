import { describe, expect, it } from '@jest/globals';
import { LocalMedia } from '../media/local-media';
import { FakeMediaStream, FakeMediaStreamTrack, FakePeerConnection, fakePlatform, settle } from '../testing';
import { MediaTransceivers } from './media-transceivers';
import type { PeerSessionError } from './peer-session-error';

function fakeScreen() {
  const stream = new FakeMediaStream();
  return {
    tracks: stream,
    source: {
      stream: stream as unknown as MediaStream,
      state: { status: 'on', audio: true } as const,
      on: () => () => undefined,
    },
  };
}

async function given({ withMedia = true } = {}) {
  const platform = fakePlatform();
  const media = withMedia ? new LocalMedia({ platform }) : undefined;
  await media?.open();
  const connection = new FakePeerConnection();
  const errors: PeerSessionError[] = [];
  const screen = fakeScreen();
  const transceivers = new MediaTransceivers({
    connection: connection as unknown as RTCPeerConnection,
    media,
    screen: screen.source,
    onError: (error) => errors.push(error),
  });
  const sending = () => connection.getTransceivers().map(({ sender }) => sender.track?.kind ?? null);
  return { media, screen, connection, transceivers, errors, sending };
}

async function offerOf(kinds: ('audio' | 'video')[]) {
  const remote = new FakePeerConnection();
  for (const kind of kinds) remote.addTransceiver(kind);
  await remote.setLocalDescription();
  return remote.localDescription ?? { type: 'offer' as const, sdp: '' };
}

describe('MediaTransceivers', () => {
  it('makes one a source, all both ways, with the tracks there are', async () => {
    const { connection, transceivers, sending, media, screen } = await given();
    transceivers.create();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual(Array(4).fill('sendrecv'));
    expect(connection.getTransceivers().map(({ kind }) => kind)).toEqual(['audio', 'video', 'video', 'audio']);
    expect(sending()).toEqual(['audio', 'video', null, null]);
    expect(connection.getTransceivers()[0]?.sender.streams).toEqual([media?.stream]);
    expect(connection.getTransceivers()[2]?.sender.streams).toEqual([screen.tracks]);
  });

  it('makes both also without any device, so that both are received', async () => {
    const { connection, transceivers, sending } = await given({ withMedia: false });
    transceivers.create();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual(Array(4).fill('sendrecv'));
    expect(sending()).toEqual([null, null, null, null]);
  });

  it('shows a screen, and stops, in the places made for it', async () => {
    const { screen, transceivers, sending, connection } = await given();
    transceivers.create();
    const picture = new FakeMediaStreamTrack('video');
    screen.tracks.addTrack(picture);
    screen.tracks.addTrack(new FakeMediaStreamTrack('audio'));
    await transceivers.sync();
    expect(sending()).toEqual(['audio', 'video', 'video', 'audio']);
    screen.tracks.removeTrack(picture);
    await transceivers.sync();
    expect(sending()).toEqual(['audio', 'video', null, 'audio']);
    const sources = connection
      .getTransceivers()
      .map((one) => transceivers.sourceOf(one as unknown as RTCRtpTransceiver));
    expect(sources).toEqual(['media', 'media', 'screen', 'screen']);
  });

  it('bounds the camera’s picture, the last bounds winning', async () => {
    const { transceivers, connection } = await given();
    transceivers.create();
    const limits = { active: true, maxBitrate: 300_000, scaleResolutionDownBy: 2, maxFramerate: 15 };
    void transceivers.limit({ ...limits, active: false });
    await transceivers.limit(limits);
    expect(connection.getTransceivers().map(({ sender }) => sender.parameters.encodings)).toEqual([
      [{}],
      [limits],
      [{}],
      [{}],
    ]);
  });

  it('adopts those of an offer, once, and answers with both directions', async () => {
    const { connection, transceivers, sending, media } = await given();
    await connection.setRemoteDescription(await offerOf(['audio', 'video', 'video', 'audio', 'video']));
    await transceivers.adopt();
    await transceivers.adopt();
    expect(connection.getTransceivers().map(({ direction }) => direction)).toEqual([
      ...Array(4).fill('sendrecv'),
      'recvonly',
    ]);
    expect(sending()).toEqual(['audio', 'video', null, null, null]);
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
    expect(sending()).toEqual(['audio', null, null, null]);
    await media?.setCamera(true);
    await transceivers.sync();
    expect(sending()).toEqual(['audio', 'video', null, null]);
    expect(connection.getTransceivers().map(({ sender }) => sender.replaced.length)).toEqual([0, 2, 0, 0]);
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
    expect(sending()).toEqual(['audio', null, null, null]);
  });
});
