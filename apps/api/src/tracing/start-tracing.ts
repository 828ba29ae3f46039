import { randomUUID } from 'node:crypto';
import type { TracingSettings } from '../config/config';
import { ToldExporter } from './told-exporter';

/** A collector that does not answer keeps neither a batch nor the end of the process for longer. */
const SEND_WITHIN_MS = 5_000;

/**
 * Sends traces to a collector from now on, in batches, as OTLP over HTTP: https://opentelemetry.io/docs/specs/otlp.
 * What finds no room while the collector is away is dropped. Gives what sends the last of them and ends it.
 */
export async function startTracing({ endpoint, share }: TracingSettings): Promise<() => Promise<void>> {
  // Half a megabyte of code that most do not want.
  const [
    { context, trace },
    { AsyncLocalStorageContextManager },
    { OTLPTraceExporter },
    { resourceFromAttributes },
    sdk,
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: SEND_WITHIN_MS,
  });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'ieum-api', 'service.instance.id': randomUUID() }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({ exporter: new ToldExporter(exporter), exportTimeoutMillis: SEND_WITHIN_MS }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}
