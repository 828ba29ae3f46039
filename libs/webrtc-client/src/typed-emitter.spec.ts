import { describe, expect, it, jest } from '@jest/globals';
import { TypedEmitter } from './typed-emitter';

interface Events {
  ping: number;
  pong: string;
}

describe('TypedEmitter', () => {
  it('calls the listeners of an event in order, with the payload', () => {
    const emitter = new TypedEmitter<Events>();
    const calls: string[] = [];
    emitter.on('ping', (value) => calls.push(`first ${value}`));
    emitter.on('ping', (value) => calls.push(`second ${value}`));
    emitter.on('pong', (value) => calls.push(value));
    emitter.emit('ping', 1);
    expect(calls).toEqual(['first 1', 'second 1']);
  });

  it('keeps the same listener added twice as two, each with its own way out', () => {
    const emitter = new TypedEmitter<Events>();
    const listener = jest.fn();
    const stop = emitter.on('ping', listener);
    emitter.on('ping', listener);
    stop();
    stop();
    emitter.emit('ping', 1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('does not call a listener added while emitting', () => {
    const emitter = new TypedEmitter<Events>();
    const late = jest.fn();
    emitter.on('ping', () => emitter.on('ping', late));
    emitter.emit('ping', 1);
    expect(late).not.toHaveBeenCalled();
  });

  it('calls the others when a listener throws, and reports the error', () => {
    const report = jest.fn();
    const emitter = new TypedEmitter<Events>(report);
    const other = jest.fn();
    const thrown = new Error('a listener of the application');
    emitter.on('ping', () => {
      throw thrown;
    });
    emitter.on('ping', other);
    emitter.emit('ping', 1);
    expect(other).toHaveBeenCalledWith(1);
    expect(report).toHaveBeenCalledWith(thrown);
  });

  it('forgets every listener when cleared', () => {
    const emitter = new TypedEmitter<Events>();
    const listener = jest.fn();
    emitter.on('ping', listener);
    emitter.clear();
    emitter.emit('ping', 1);
    expect(listener).not.toHaveBeenCalled();
  });
});
