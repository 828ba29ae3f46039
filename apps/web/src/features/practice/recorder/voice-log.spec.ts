import { describe, expect, it } from '@jest/globals';
import { Peaks } from '@ieum/api-contract';
import { VoiceLog } from './voice-log';
import type { Sound } from './voice-log';

const VOICE: Sound = { level: 0.1, peak: 0.4 };
const ROOM: Sound = { level: 0.004, peak: 0.01 };
const SHOUT: Sound = { level: 0.7, peak: 1 };

function hear(log: VoiceLog, sound: Sound, ms: number): void {
  for (let at = 0; at < ms; at += 100) log.add(sound, 100);
}

describe('VoiceLog', () => {
  it('counts the time that is louder than silence', () => {
    const log = new VoiceLog();
    hear(log, VOICE, 2_000);
    hear(log, ROOM, 5_000);
    hear(log, VOICE, 500);
    expect(log.voicedMs).toBe(2_500);
  });

  it('says that nothing is heard after three seconds of it, and takes it back at the first word', () => {
    const log = new VoiceLog();
    expect(log.state).toBe('unknown');
    hear(log, ROOM, 2_900);
    expect(log.state).toBe('heard');
    hear(log, ROOM, 100);
    expect([log.state, log.everHeard]).toEqual(['silent', false]);
    hear(log, VOICE, 100);
    expect([log.state, log.everHeard]).toEqual(['heard', true]);
  });

  it('begins the silence anew after a pause', () => {
    const log = new VoiceLog();
    hear(log, ROOM, 3_000);
    log.goOn();
    hear(log, ROOM, 100);
    expect(log.state).toBe('heard');
  });

  it('says that it is too loud only when it is cut off several times, and forgets it', () => {
    const log = new VoiceLog();
    hear(log, SHOUT, 200);
    expect(log.state).toBe('heard');
    hear(log, SHOUT, 100);
    expect(log.state).toBe('clipping');
    hear(log, VOICE, 3_000);
    expect(log.state).toBe('heard');
  });

  it('draws fifteen minutes with at most a thousand numbers of equal length, none of which misses a shout', () => {
    const log = new VoiceLog();
    hear(log, VOICE, 7 * 60_000);
    hear(log, SHOUT, 100);
    hear(log, ROOM, 8 * 60_000 - 100);
    const peaks = log.peaks();
    expect(Peaks.safeParse(peaks).success).toBe(true);
    // 9000 measurements, sixteen to a number.
    expect(peaks).toHaveLength(Math.ceil(9_000 / 16));
    expect(peaks.indexOf(1)).toBe(Math.floor(4_200 / 16));
    expect([peaks[0], peaks.at(-1)]).toEqual([0.4, 0.01]);
  });

  it('draws a short answer in full', () => {
    const log = new VoiceLog();
    hear(log, VOICE, 300);
    hear(log, ROOM, 100);
    expect(log.peaks()).toEqual([0.4, 0.4, 0.4, 0.01]);
  });

  it('keeps the outline in time when a page in the background measures seldom, and guesses nothing', () => {
    const log = new VoiceLog();
    hear(log, VOICE, 200);
    log.add(ROOM, 1_000);
    log.add(VOICE, 5_000);
    const peaks = log.peaks();
    expect(peaks).toHaveLength(62);
    expect([peaks[1], peaks[11], peaks[12], peaks[60], peaks[61]]).toEqual([0.4, 0.01, 0, 0, 0.4]);
    expect(log.voicedMs).toBe(200 + 1_500);
  });
});
