import type { Recording, SaveCorrectedRequest } from '@ieum/api-contract';
import { browserPlatform } from '@ieum/webrtc-client';
import { carriedSounds } from '../../../../shared/consult/carried-practice-query';
import { deviceChoices } from '../../../../shared/lib/device-choices';
import { serverClock } from '../../../../shared/lib/server-clock';
import { seekableWebm } from '../../../../shared/practice/sound/seekable-webm';
import { TakeSound } from '../../../../shared/practice/sound/take-sound';
import type { DocumentToolCode } from '../document-tool';
import { saveCorrected } from './carried-requests';
import type { CarriedSource } from './carried-source';
import { PracticeModel } from './practice-model';
import { PracticeNews } from './practice-news';
import { PracticePanel } from './practice-panel';
import { SyncedSound } from './synced-sound';

export const practiceCode = (carried: CarriedSource): DocumentToolCode<PracticeModel> => ({
  createModel: ({ room }, shared) => {
    const serverNow = () => serverClock.now();
    const createTake = (take: Recording) => createTakeSound(room.id, take);
    const sound = new SyncedSound({ createTake, clock: browserPlatform().clock, serverNow });
    const save = (body: SaveCorrectedRequest) => saveCorrected(room.id, body);
    return new PracticeModel({ role: room.role, shared, carried, sound, serverNow, save, now: Date.now });
  },
  Panel: PracticePanel,
  News: PracticeNews,
});

function createTakeSound(consultId: string, { id, durationMs }: Recording) {
  const player = new Audio();
  const fetchSound = carriedSounds(consultId);
  chooseSpeaker(player);
  const fetchAudio = async (signal: AbortSignal) => seekableWebm(await fetchSound(id, signal), durationMs ?? 0);
  return { player, sound: new TakeSound({ player, durationMs: durationMs ?? 0, fetchAudio, urls: URL }) };
}

/** Where one hears the other side, one hears the take. */
function chooseSpeaker(player: HTMLAudioElement): void {
  const { speakerId } = deviceChoices.read();
  if (speakerId === undefined || !('setSinkId' in player)) return;
  player.setSinkId(speakerId).catch((error: unknown) => {
    // Unplugged or forbidden meanwhile: the browser takes its default.
    if (!(error instanceof DOMException)) throw error;
  });
}
