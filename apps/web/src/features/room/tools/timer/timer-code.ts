import { browserPlatform } from '@ieum/webrtc-client';
import { serverClock } from '../../../../shared/lib/server-clock';
import { playChime } from '../../../../shared/sound/chime';
import type { DocumentToolCode } from '../document-tool';
import { TimerModel } from './timer-model';
import { TimerNews } from './timer-news';
import { TimerPanel } from './timer-panel';

export const timerCode: DocumentToolCode<TimerModel> = {
  createModel: (_link, shared) =>
    new TimerModel({
      shared,
      clock: browserPlatform().clock,
      serverNow: () => serverClock.now(),
      onOver: () => void playChime(),
    }),
  Panel: TimerPanel,
  News: TimerNews,
};
