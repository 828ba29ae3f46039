import { LocalMedia } from '@ieum/webrtc-client';
import type { MicrophoneResult } from '../recorder-ports';

/** The browser's microphone, processed as for a call. */
export async function openMicrophone(preferredId: string | undefined): Promise<MicrophoneResult> {
  // What is recorded has to be hashed, too.
  if (!globalThis.crypto?.subtle) return { problem: 'insecure-context' };
  const media = new LocalMedia();
  const { microphone } = await media.open({
    microphone: true,
    camera: false,
    ...(preferredId && { microphoneId: preferredId }),
  });
  const [track] = media.stream.getAudioTracks();
  if (microphone.status === 'on' && track) return { microphone: { track, close: () => media.close() } };
  media.close();
  return { problem: microphone.status === 'unavailable' ? microphone.problem : 'unknown' };
}
