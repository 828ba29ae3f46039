import { describe, expect, it } from '@jest/globals';
import { KeyedTurns } from './keyed-turns';

describe('turns by key', () => {
  it('let one at a time for each key, and keys do not wait for each other', async () => {
    const turns = new KeyedTurns();
    const log: string[] = [];
    const finish: (() => void)[] = [];
    const work = (name: string) => async () => {
      log.push(name);
      await new Promise<void>((resolve) => finish.push(resolve));
    };
    const all = [turns.run('a', work('a1')), turns.run('a', work('a2')), turns.run('b', work('b1'))];
    expect(log).toEqual(['a1', 'b1']);
    finish[0]?.();
    await all[0];
    expect(log).toEqual(['a1', 'b1', 'a2']);
    for (const end of finish) end();
    await Promise.all(all);
  });

  it('go on after work that failed, and forget keys without work', async () => {
    const turns = new KeyedTurns();
    const failed = turns.run('a', () => Promise.reject(new Error('failed')));
    const next = turns.run('a', () => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('failed');
    expect([await next, turns.size]).toEqual(['next', 0]);
  });
});
