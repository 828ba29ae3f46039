import { describe, expect, it } from '@jest/globals';
import type { PeerChannel } from '@ieum/webrtc-client';
import { fakePeerChannelPair, ManualClock, settle } from '@ieum/webrtc-client/testing';
import { CodeError } from '../../../shared/lib/code-error';
import type { DroppedFiles } from '../dropped-files';
import { LazyModel } from './lazy-model';
import { noDocument } from '../document/testing/no-document';
import type { ToolCall, ToolCode, ToolLink, ToolModel } from './tool';

const link: ToolLink = {
  room: { id: '00000000-0000-4000-8000-000000000001', kind: 'tutoring', role: 'mentor' },
  store: { read: () => null, write: () => undefined },
  document: noDocument,
};

/** A tool that writes down what happens to it. */
class DiaryModel implements ToolModel {
  readonly diary: string[] = [];
  #tell: () => void = () => undefined;

  callBegan(call: ToolCall): () => void {
    this.diary.push('call');
    call.channel('diary').on('message', (message) => this.diary.push(String(message)));
    return () => void this.diary.push('over');
  }
  takeFiles = ({ folders }: DroppedFiles) => void this.diary.push(...folders);
  close = () => void this.diary.push('closed');
  unread = () => this.diary.length;
  setVisible = (visible: boolean) => void this.diary.push(visible ? 'seen' : 'unseen');
  subscribe = (listener: () => void) => {
    this.#tell = listener;
    return () => undefined;
  };
  change = () => this.#tell();
}

function lazyWorld() {
  const clock = new ManualClock();
  const pair = fakePeerChannelPair({ clock });
  const model = new DiaryModel();
  const errors: unknown[] = [];
  const asked: { come: () => Promise<void>; fail: (error?: Error) => Promise<void> }[] = [];
  const lazy = new LazyModel<DiaryModel>(['diary'], {
    link,
    load: () =>
      new Promise<ToolCode<DiaryModel>>((resolve, reject) => {
        asked.push({
          come: () => (resolve({ createModel: () => model, Panel: () => null }), settle()),
          fail: (error = new Error('no network')) => (reject(error), settle()),
        });
      }),
    onError: (error) => errors.push(error),
  });
  pair.open();
  const call = (channel: PeerChannel = pair.b): ToolCall => ({ channel: () => channel });
  const say = async (text: string) => {
    pair.a.send(text);
    await clock.advance(0);
  };
  return { lazy, model, asked, errors, call, say };
}

describe('a tool whose code is not there yet', () => {
  it('fetches nothing for a call alone, and everything once when something comes', async () => {
    const { lazy, model, asked, call, say } = lazyWorld();
    lazy.callBegan(call());
    expect(asked).toHaveLength(0);
    await say('one');
    await say('two');
    expect(asked).toHaveLength(1);
    await asked[0]?.come();
    await say('three');
    expect(model.diary).toEqual(['unseen', 'call', 'one', 'two', 'three']);
    expect(lazy.unread()).toBe(5);
  });

  it('fetches it when the panel opens, and later calls go straight to the model', async () => {
    const { lazy, model, asked, call, say } = lazyWorld();
    lazy.setVisible(true);
    await asked[0]?.come();
    const over = lazy.callBegan(call());
    await say('one');
    over();
    await say('too late');
    lazy.setVisible(false);
    lazy.close();
    expect(model.diary).toEqual(['seen', 'call', 'one', 'over', 'unseen', 'closed']);
  });

  it('does not hand over a call that is over when the code comes', async () => {
    const { lazy, model, asked, call, say } = lazyWorld();
    const over = lazy.callBegan(call());
    await say('one');
    over();
    await asked[0]?.come();
    expect(model.diary).toEqual(['unseen']);
  });

  it('says that something waits when its code cannot be fetched, and gets it when asked again', async () => {
    const { lazy, model, asked, errors, call, say } = lazyWorld();
    let told = 0;
    lazy.subscribe(() => (told += 1));
    lazy.callBegan(call());
    await say('one');
    expect(lazy.unread()).toBe(0);
    await asked[0]?.fail();
    expect(lazy.getState()).toEqual({ status: 'failed', failure: 'unreachable' });
    expect(errors).toEqual([new Error('no network')]);
    expect(lazy.unread()).toBe(1);
    await say('two');
    expect(asked).toHaveLength(1);
    lazy.setVisible(true);
    await asked[1]?.come();
    expect(model.diary).toEqual(['seen', 'call', 'one', 'two']);
    const before = told;
    model.change();
    expect(told).toBe(before + 1);
  });

  it('is fetched again when the other side is back', async () => {
    const { lazy, model, asked, call, say } = lazyWorld();
    lazy.linkChanged();
    expect(asked).toHaveLength(0);
    lazy.callBegan(call());
    await say('one');
    await asked[0]?.fail();
    lazy.linkChanged();
    await asked[1]?.come();
    expect(model.diary).toEqual(['unseen', 'call', 'one']);
  });

  it('says when only a new page helps', async () => {
    const { lazy, asked } = lazyWorld();
    lazy.setVisible(true);
    await asked[0]?.fail(new CodeError('stale', '/assets/tool.js'));
    expect(lazy.getState()).toEqual({ status: 'failed', failure: 'stale' });
  });

  it('is fetched for files that were dropped on the room, and gets them once, whenever it comes', async () => {
    const { lazy, model, asked, call } = lazyWorld();
    lazy.callBegan(call());
    lazy.takeFiles({ files: [], folders: ['first'] });
    await asked[0]?.fail();
    lazy.takeFiles({ files: [], folders: ['second'] });
    await asked[1]?.come();
    lazy.takeFiles({ files: [], folders: ['third'] });
    expect(model.diary).toEqual(['unseen', 'call', 'first', 'second', 'third']);
  });

  it('starts nothing after the visit is over', async () => {
    const { lazy, model, asked } = lazyWorld();
    lazy.setVisible(true);
    lazy.close();
    await asked[0]?.come();
    lazy.setVisible(true);
    expect(asked).toHaveLength(1);
    expect(model.diary).toEqual([]);
  });
});
