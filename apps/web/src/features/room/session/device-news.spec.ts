import { describe, expect, it } from '@jest/globals';
import { deviceNews, speakerNews } from './device-news';

const headset = { id: 'headset', label: 'Headset' };
const builtIn = { id: 'built-in', label: 'Built-in' };
const standIn = { ...builtIn, standsInFor: headset };

describe('news of a microphone or camera', () => {
  it('is that another one stands in for the one that was unplugged', () => {
    const news = { kind: 'replaced', device: 'microphone', lost: 'Headset', using: 'Built-in' };
    expect(deviceNews('microphone', { microphone: headset }, { microphone: standIn })).toEqual(news);
    expect(deviceNews('microphone', {}, { microphone: standIn })).toEqual(news);
  });

  it('is told once', () => {
    expect(deviceNews('microphone', { microphone: standIn }, { microphone: { ...standIn } })).toBeNull();
  });

  it('is that the missing one is back', () => {
    expect(deviceNews('microphone', { microphone: standIn }, { microphone: headset })).toEqual({
      kind: 'back',
      device: 'microphone',
      using: 'Headset',
    });
  });

  it('is nothing when the person chose another one, or turned the camera off or on', () => {
    expect(deviceNews('microphone', { microphone: headset }, { microphone: builtIn })).toBeNull();
    expect(deviceNews('camera', { camera: headset }, {})).toBeNull();
    expect(deviceNews('camera', {}, { camera: headset })).toBeNull();
  });

  it('is nothing when the person chose another one instead of waiting', () => {
    const other = { id: 'other', label: 'Other' };
    expect(deviceNews('microphone', { microphone: standIn }, { microphone: other })).toBeNull();
  });
});

describe('news of the speaker', () => {
  it('is that the chosen one went, or came back', () => {
    expect(speakerNews('headset', [builtIn, headset], [builtIn])).toEqual({
      kind: 'replaced',
      device: 'speaker',
      lost: 'Headset',
      using: 'Built-in',
    });
    expect(speakerNews('headset', [builtIn], [builtIn, headset])).toMatchObject({ kind: 'back', using: 'Headset' });
  });

  it('is nothing before the first look, without a choice, and for the others', () => {
    expect(speakerNews('headset', [], [builtIn, headset])).toBeNull();
    expect(speakerNews(undefined, [builtIn, headset], [builtIn])).toBeNull();
    expect(speakerNews('built-in', [builtIn, headset], [builtIn])).toBeNull();
  });
});
