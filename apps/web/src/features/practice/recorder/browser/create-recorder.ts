import type { RecordingType } from '@ieum/api-contract';
import { AudioLevel, browserPlatform } from '@ieum/webrtc-client';
import { deviceChoices } from '../../../../shared/lib/device-choices';
import { Recorder } from '../recorder';
import type { TakeSink } from '../recorder-ports';
import type { Sound } from '../voice-log';
import { openMicrophone } from './open-microphone';

/** Speech in Opus or AAC that nobody tells from the original: 15 minutes are 7 MB. */
const BITS_PER_SECOND = 64_000;

function listen(track: MediaStreamTrack, onSound: (sound: Sound) => void): () => void {
  const meter = new AudioLevel({ track });
  meter.on('level', (level) => onSound({ level, peak: meter.peak }));
  return () => meter.close();
}

/** A recorder of this browser. */
export const createRecorder = (beginTake: (contentType: RecordingType) => TakeSink): Recorder =>
  new Recorder(
    {
      clock: browserPlatform().clock,
      openMicrophone,
      isTypeSupported: (mimeType) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(mimeType),
      createRecorder: (track, mimeType) =>
        new MediaRecorder(new MediaStream([track]), { mimeType, audioBitsPerSecond: BITS_PER_SECOND }),
      listen,
      choices: deviceChoices,
      onError: (error) => reportError(error),
    },
    beginTake,
  );
