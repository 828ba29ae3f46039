import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { TurnCanary } from '../doctor/turn-canary.service';
import { Metrics } from './metrics';

/** The last call in small that this node made through the relay. Before the first, both are NaN: no alarm fires on that. */
@Injectable()
export class CanaryMetrics implements OnApplicationBootstrap {
  constructor(
    private readonly metrics: Metrics,
    private readonly canary: TurnCanary,
  ) {}

  onApplicationBootstrap(): void {
    const { canary } = this;
    this.metrics.gauge({
      name: 'ieum_turn_canary_success',
      help: '1 when the last call in small came through the relay by every way, 0 when not.',
      collect() {
        this.set(canary.lastResult ? Number(canary.lastResult.ok) : NaN);
      },
    });
    this.metrics.gauge({
      name: 'ieum_turn_canary_seconds',
      help: 'How long it took there and back, by the slowest way that worked.',
      collect() {
        this.set((canary.lastResult?.roundTripMs ?? NaN) / 1000);
      },
    });
  }
}
