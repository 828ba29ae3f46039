import { beforeEach, describe, expect, it } from '@jest/globals';
import { settle } from '@ieum/webrtc-client/testing';
import { type FilePlayer, QuestionFile } from './question-file';

/** An `<audio>` that begins when it is told to, and plays until it is told to end. */
class FakePlayer extends EventTarget {
  src = '';
  currentTime = 0;
  playbackRate = 1;
  refusal: Error | null = null;
  isPlaying = false;
  async play(): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.isPlaying = true;
    this.dispatchEvent(new Event('playing'));
  }
  pause(): void {
    this.isPlaying = false;
  }
  removeAttribute(): void {
    this.src = '';
  }
  load(): void {
    this.playbackRate = 1;
  }
  tell(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}

let player: FakePlayer;
let file: QuestionFile;
let fetched: number;
let unreachable: boolean;
let urls: Set<string>;
let heard: string[];
let speakElsewhere: () => void;

const play = async () => {
  file.play(
    () => heard.push('begun'),
    () => heard.push('broken'),
  );
  await settle();
};
const state = () => file.getSnapshot();

beforeEach(() => {
  player = new FakePlayer();
  fetched = 0;
  unreachable = false;
  urls = new Set();
  heard = [];
  file = new QuestionFile({
    player: player as unknown as FilePlayer,
    fetchSound: async () => {
      fetched += 1;
      if (unreachable) throw new Error('no network');
      return new Blob(['sound']);
    },
    urls: {
      createObjectURL: () => {
        urls.add(`blob:${fetched}`);
        return `blob:${fetched}`;
      },
      revokeObjectURL: (url) => void urls.delete(url),
    },
    otherTabs: {
      tellSpeaking: () => heard.push('told'),
      onSpeaking: (listener) => {
        speakElsewhere = listener;
        return () => (speakElsewhere = () => undefined);
      },
    },
  });
  file.open();
});

describe('a question that has a file', () => {
  it('is heard from the beginning each time, and fetched once', async () => {
    await play();
    expect([state().status, heard, player.src]).toEqual(['playing', ['told', 'begun'], 'blob:1']);
    player.currentTime = 7;
    player.tell('ended');
    expect(state().status).toBe('silent');
    await play();
    expect([player.currentTime, fetched, heard.filter((word) => word === 'begun')]).toEqual([0, 1, ['begun', 'begun']]);
  });

  it('pauses, and goes on where it was, which is one listen', async () => {
    await play();
    player.currentTime = 3;
    file.pause();
    expect([state().status, player.isPlaying]).toEqual(['paused', false]);
    file.resume();
    await settle();
    expect([state().status, player.currentTime]).toEqual(['playing', 3]);
    expect(heard).toEqual(['told', 'begun', 'told']);
  });

  it('has the pace that was chosen, also when it is chosen meanwhile', async () => {
    file.setRate(0.8);
    player.load();
    await play();
    expect(player.playbackRate).toBe(0.8);
    file.setRate(1.2);
    expect(player.playbackRate).toBe(1.2);
  });

  it.each([
    ['cannot be had', () => (unreachable = true)],
    ['cannot be played', () => (player.refusal = new DOMException('no', 'NotSupportedError'))],
  ])('is read by somebody else when it %s, once', async (_, happen) => {
    happen();
    await play();
    player.tell('error');
    expect([state(), heard]).toEqual([{ status: 'silent', broken: true }, ['told', 'broken']]);
  });

  it('waits for another tap where the browser wants one', async () => {
    player.refusal = new DOMException('tap', 'NotAllowedError');
    await play();
    expect([state(), heard]).toEqual([{ status: 'paused', broken: false }, ['told']]);
    player.refusal = null;
    file.resume();
    await settle();
    expect([state().status, heard]).toEqual(['playing', ['told', 'told', 'begun']]);
  });

  it('is silent when it is stopped while it comes, when another tab speaks, and when the page is left', async () => {
    file.play(
      () => heard.push('begun'),
      () => heard.push('broken'),
    );
    file.stop();
    await settle();
    expect([state().status, heard, player.isPlaying]).toEqual(['silent', ['told'], false]);
    await play();
    speakElsewhere();
    expect([state().status, player.isPlaying]).toEqual(['silent', false]);
    await play();
    file.close();
    expect([state().status, player.isPlaying, player.src, urls.size]).toEqual(['silent', false, '', 0]);
    file.open();
    await play();
    expect([state().status, fetched]).toEqual(['playing', 2]);
  });
});
