import { describe, expect, it } from '@jest/globals';
import { blobSink } from './file-sink';

describe('blobSink', () => {
  it('gives back what was written, as bytes and not as a page', async () => {
    const sink = blobSink();
    await sink.write(new Uint8Array([1, 2]));
    await sink.write(new Uint8Array([3]));
    const file = await sink.close();
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(file.type).toBe('application/octet-stream');
  });

  it('holds nothing after it was aborted', async () => {
    const sink = blobSink();
    await sink.write(new Uint8Array(5));
    sink.abort();
    expect((await sink.close()).size).toBe(0);
  });
});
