import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import { ToldExporter } from './told-exporter';

describe('ToldExporter', () => {
  it('says once when spans are not taken any more, and once when they are again', async () => {
    const said: unknown[] = [];
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void said.push(line));
    const log = jest.spyOn(Logger.prototype, 'log').mockImplementation((line: unknown) => void said.push(line));
    const codes = [0, 1, 1, 0, 0, 1];
    const inner: SpanExporter = {
      export: (_spans, done) => done({ code: codes.shift() ?? 0 }),
      shutdown: () => Promise.resolve(),
    };
    const exporter = new ToldExporter(inner);
    const results: number[] = [];
    while (codes.length > 0) exporter.export([], ({ code }) => void results.push(code));
    await exporter.shutdown();
    warn.mockRestore();
    log.mockRestore();
    const [lost, back] = ['Traces cannot be sent: they are dropped while it is so.', 'Traces are sent again.'];
    expect(said).toEqual([lost, back, lost]);
    expect(results).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
