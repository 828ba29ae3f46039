import { Logger } from '@nestjs/common';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';

type Result = Parameters<Parameters<SpanExporter['export']>[1]>[0];

/** The value of `ExportResultCode.SUCCESS`. */
const SUCCESS = 0;

/** An exporter that says when the other side stops taking spans, and when it does again: once each. */
export class ToldExporter implements SpanExporter {
  private readonly logger = new Logger('Tracing');
  private failing = false;

  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: (result: Result) => void): void {
    this.exporter.export(spans, (result) => {
      const failing = (result.code as number) !== SUCCESS;
      if (failing && !this.failing) this.logger.warn('Traces cannot be sent: they are dropped while it is so.');
      if (!failing && this.failing) this.logger.log('Traces are sent again.');
      this.failing = failing;
      // Said already; the processor would only say it again, and fail the end of the process.
      done({ code: SUCCESS });
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }
}
