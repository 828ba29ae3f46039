import { describe, expect, it, jest } from '@jest/globals';
import { FakeOperations } from './fake-operations';

describe('FakeOperations', () => {
  it('runs one after another and says when none is left, failures included', async () => {
    const onEmpty = jest.fn();
    const operations = new FakeOperations(onEmpty);
    const log: number[] = [];
    const first = operations.run(() => log.push(1));
    const failing = operations.run(() => {
      throw new Error('no');
    });
    const last = operations.run(() => log.push(2));
    expect(operations.isEmpty).toBe(false);
    await expect(failing).rejects.toThrow('no');
    await Promise.all([first, last]);
    await Promise.resolve();
    expect(log).toEqual([1, 2]);
    expect(operations.isEmpty).toBe(true);
    expect(onEmpty).toHaveBeenCalledTimes(1);
  });

  it('refuses once closed, also what was waiting', async () => {
    const operations = new FakeOperations(() => undefined);
    const waiting = operations.run(() => 1);
    operations.close();
    await expect(waiting).rejects.toMatchObject({ name: 'InvalidStateError' });
    await expect(operations.run(() => 1)).rejects.toMatchObject({ name: 'InvalidStateError' });
  });
});
