import { Injectable } from '@nestjs/common';
import {
  collectDefaultMetrics,
  Counter,
  type CounterConfiguration,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from 'prom-client';

/**
 * The figures of this process, for Prometheus. Any module may keep some here: `metrics.gauge({ name, help })`, once, when
 * it is made. Names begin with `ieum_`; labels are of few values, and never about anybody.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  counter<Label extends string = never>(settings: CounterConfiguration<Label>): Counter<Label> {
    return new Counter({ ...settings, registers: [this.registry] });
  }

  gauge<Label extends string = never>(settings: GaugeConfiguration<Label>): Gauge<Label> {
    return new Gauge({ ...settings, registers: [this.registry] });
  }

  histogram<Label extends string = never>(settings: HistogramConfiguration<Label>): Histogram<Label> {
    return new Histogram({ ...settings, registers: [this.registry] });
  }

  /** Memory, processor, event loop and garbage collection as well: measured from now on. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything in Prometheus' text format. */
  read(): Promise<string> {
    return this.registry.metrics();
  }
}
