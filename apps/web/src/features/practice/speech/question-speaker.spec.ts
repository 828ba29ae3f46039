import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@ieum/webrtc-client/testing';
import { PracticeChoiceStore } from '../practice-choices';
import { memoryStorage } from '../testing/memory-storage';
import { QuestionSpeaker } from './question-speaker';
import { FakeSpeech, voice } from './testing/fake-speech';

const TEXT = 'Tell me about your home. What is it like? Describe it.';
const SENTENCES = ['Tell me about your home.', 'What is it like?', 'Describe it.'];
const SAMANTHA = voice('Samantha');
const DANIEL = voice('Daniel', 'en-GB');

let speech: FakeSpeech;
let clock: ManualClock;
let choices: PracticeChoiceStore;
let speaker: QuestionSpeaker;
let stopOnSpeaking: () => void;
let told: number;
let begun: number;

const state = () => speaker.getSnapshot();
const play = () => speaker.play(TEXT, () => (begun += 1));

function make(): QuestionSpeaker {
  return new QuestionSpeaker({
    speech,
    choices,
    otherTabs: {
      tellSpeaking: () => (told += 1),
      onSpeaking: (listener) => {
        stopOnSpeaking = listener;
        return () => (stopOnSpeaking = () => undefined);
      },
    },
    setTimer: (run, ms) => clock.setTimeout(run, ms),
  });
}

beforeEach(() => {
  speech = new FakeSpeech();
  clock = new ManualClock();
  choices = new PracticeChoiceStore(memoryStorage());
  told = 0;
  begun = 0;
  speaker = make();
  speaker.open();
});

describe('the voices of a speaker', () => {
  it('come late in some browsers, and only the English ones count', () => {
    expect([state().voices, state().voice]).toEqual([null, null]);
    speech.list(voice('Yuna', 'ko-KR'), DANIEL, SAMANTHA);
    expect(state().voices).toEqual([SAMANTHA, DANIEL]);
    expect(state().voice).toEqual(SAMANTHA);
  });

  it('are none when the browser lists none in time, until it does', async () => {
    await clock.advance(2_999);
    expect(state().voices).toBeNull();
    await clock.advance(1);
    expect(state().voices).toEqual([]);
    play();
    expect([speech.said, state().status]).toEqual([[], 'silent']);
    speech.list(SAMANTHA);
    expect(state().voice).toEqual(SAMANTHA);
  });

  it('are none at once where there are others, but no English one', () => {
    speech.list(voice('Yuna', 'ko-KR'));
    expect([state().voices, state().voice]).toEqual([[], null]);
  });

  it('are remembered, with the pace, and heard from the next sentence on', () => {
    speech.list(SAMANTHA, DANIEL);
    play();
    speech.start();
    speaker.choose({ voice: 'Daniel' });
    speaker.choose({ rate: '0.8' });
    speech.end();
    expect(speech.said.map((part) => [part.voice.name, part.rate])).toEqual([
      ['Samantha', 1],
      ['Daniel', 0.8],
    ]);
    const next = make();
    next.open();
    expect([next.getSnapshot().voice, next.getSnapshot().rate]).toEqual([DANIEL, '0.8']);
  });

  it('fall back to the best where the remembered one is gone', () => {
    choices.write({ voice: 'Somebody else' });
    speech.list(DANIEL, SAMANTHA);
    expect(state().voice).toEqual(SAMANTHA);
  });
});

describe('a question that is played', () => {
  beforeEach(() => speech.list(SAMANTHA, DANIEL));

  it('is said sentence by sentence, and counts once, when it is heard', () => {
    play();
    expect([state().status, begun]).toEqual(['starting', 0]);
    for (let sentence = 0; sentence < SENTENCES.length; sentence += 1) {
      speech.start();
      expect([state().status, begun]).toEqual(['playing', 1]);
      speech.end();
    }
    expect([speech.words, state().status, state().failed]).toEqual([SENTENCES, 'silent', false]);
    expect(clock.pending).toBe(1);
  });

  it('counts also where the browser tells the end only', () => {
    play();
    speech.end();
    expect([state().status, begun]).toEqual(['playing', 1]);
  });

  it('is paused, and goes on with the same sentence without counting again', () => {
    play();
    speech.start();
    speech.end();
    speech.start();
    speaker.pause();
    expect(state().status).toBe('paused');
    speech.tellCancelled();
    expect([state().status, state().failed, speech.said.length]).toEqual(['paused', false, 2]);
    speaker.resume();
    speech.start();
    expect([state().status, speech.words.at(-1), begun]).toEqual(['playing', SENTENCES[1], 1]);
  });

  it('begins anew once the browser has told that the last time is cancelled, and is not lost', () => {
    play();
    speech.start();
    speaker.stop();
    play();
    expect([state().status, speech.said.length]).toEqual(['starting', 1]);
    speech.tellCancelled();
    speech.start();
    expect([state().status, speech.words, begun]).toEqual(['playing', [SENTENCES[0], SENTENCES[0]], 2]);
  });

  it('begins anew also where the browser never tells', async () => {
    play();
    speech.start();
    play();
    await clock.advance(400);
    expect(speech.said).toHaveLength(2);
  });

  it('is silent, and no failure, when somebody else takes the voice', () => {
    play();
    speech.start();
    speech.fail('interrupted');
    expect([state().status, state().failed]).toEqual(['silent', false]);
    play();
    speech.fail('canceled');
    expect([state().status, state().failed, begun]).toEqual(['silent', false, 1]);
  });

  it('fails where the voice does not work, without counting, until it is tried again', () => {
    play();
    speech.fail('network');
    expect([state().status, state().failed, begun]).toEqual(['silent', true, 0]);
    play();
    expect(state().failed).toBe(false);
  });

  it('fails where nothing is ever heard', async () => {
    play();
    await clock.advance(5_999);
    expect(state().status).toBe('starting');
    await clock.advance(1);
    expect([state().status, state().failed, begun]).toEqual(['silent', true, 0]);
  });

  it('goes on with the next sentence when a voice falls silent without telling', async () => {
    play();
    speech.start();
    await clock.advance(10_800);
    speech.tellCancelled();
    speech.start();
    expect([state().status, speech.words]).toEqual(['playing', SENTENCES.slice(0, 2)]);
  });

  it('stops when another tab begins, and tells others when it does itself', () => {
    play();
    expect(told).toBe(1);
    speech.start();
    stopOnSpeaking();
    expect(state().status).toBe('silent');
  });

  it('leaves nothing behind once it is closed', () => {
    play();
    speech.start();
    speaker.close();
    speech.tellCancelled();
    expect([state().status, clock.pending, speech.isListenedTo]).toEqual(['silent', 0, false]);
    expect(speech.said).toHaveLength(1);
    speaker.open();
    play();
    speech.start();
    expect(state().status).toBe('playing');
  });
});
