import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { onStage } from './stage.mjs';

describe('onStage', () => {
  it('ends what was started last first', async () => {
    const ended = [];
    await onStage(async (stage) => {
      stage.keep('database', () => ended.push('database'));
      stage.keep('server', () => ended.push('server'));
    });
    expect(ended).toEqual(['server', 'database']);
  });

  it('ends everything when the work fails, and passes the failure on', async () => {
    const ended = [];
    const work = onStage(async (stage) => {
      stage.keep('server', () => ended.push('server'));
      throw new Error('measured nothing');
    });
    await expect(work).rejects.toThrow('measured nothing');
    expect(ended).toEqual(['server']);
  });

  it('ends the rest when one thing cannot be ended', async () => {
    const ended = [];
    const work = onStage(async (stage) => {
      stage.keep('database', () => ended.push('database'));
      stage.keep('server', () => {
        throw new Error('stuck');
      });
    });
    await expect(work).rejects.toThrow('Not everything could be ended.');
    expect(ended).toEqual(['database']);
  });

  it('removes its folders', async () => {
    const folder = await onStage((stage) => stage.folder());
    expect(existsSync(folder)).toBe(false);
  });
});
