import { describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import type { SoundRecorder } from './recorder-ports';
import { SoundCapture } from './sound-capture';

function given() {
  const recorder = Object.assign(new EventTarget(), { state: 'recording', stop: () => undefined });
  const log: string[] = [];
  const capture = new SoundCapture({
    recorder: recorder as unknown as SoundRecorder,
    onBytes: (bytes) => log.push([...bytes].join()),
    onEnd: (error) => log.push(error === null ? 'end' : 'broken'),
  });
  const give = (arrayBuffer: () => Promise<ArrayBuffer>) =>
    recorder.dispatchEvent(Object.assign(new Event('dataavailable'), { data: { arrayBuffer } }));
  return { recorder, capture, log, give };
}

describe('what a recorder gives', () => {
  it('is handed on in its order, though a part of it is read later than the next', async () => {
    const { recorder, log, give } = given();
    let readFirst: () => void = () => undefined;
    give(() => new Promise((resolve) => (readFirst = () => resolve(Uint8Array.of(1).buffer))));
    give(async () => Uint8Array.of(2).buffer);
    give(async () => new ArrayBuffer());
    recorder.dispatchEvent(new Event('stop'));
    await settle();
    expect(log).toEqual([]);
    readFirst();
    await settle();
    expect(log).toEqual(['1', '2', 'end']);
  });

  it('ends with what could be read when a part could not', async () => {
    const { recorder, log, give } = given();
    give(async () => Uint8Array.of(1).buffer);
    give(() => Promise.reject(new DOMException('gone', 'NotReadableError')));
    recorder.dispatchEvent(new Event('stop'));
    await settle();
    expect(log).toEqual(['1', 'broken']);
  });

  it('is heard by nobody once it is dropped', async () => {
    const { recorder, capture, log, give } = given();
    give(async () => Uint8Array.of(1).buffer);
    capture.drop();
    give(async () => Uint8Array.of(2).buffer);
    recorder.dispatchEvent(new Event('stop'));
    await settle();
    expect(log).toEqual([]);
  });
});
