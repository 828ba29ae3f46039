import type { CallFact } from '@ieum/signaling-protocol';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CallEvents } from '../calls/call-events';
import { Metrics } from './metrics';

const SET_UP_SECONDS = [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20, 60];
/** ITU-T G.114: up to 0.15 s one way nobody notices, beyond 0.4 s nobody can talk. */
const ROUND_TRIP_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1.5, 5];
const LOSS_RATIO = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const HEALED_SECONDS = [1, 2, 3, 5, 10, 20, 60];

type Meters = { readonly [Type in CallFact['type']]: (fact: Extract<CallFact, { type: Type }>) => void };

/** What the calls of this node's sockets were like, as their browsers tell. */
@Injectable()
export class CallMetrics implements OnApplicationBootstrap {
  constructor(
    private readonly metrics: Metrics,
    private readonly events: CallEvents,
  ) {}

  onApplicationBootstrap(): void {
    const meters = this.meters();
    this.events.on('reported', ({ fact }) => (meters[fact.type] as (fact: CallFact) => void)(fact));
  }

  private meters(): Meters {
    return { ...this.pathMeters(), ...this.healingMeters(), ...this.figureMeters() };
  }

  private pathMeters(): Pick<Meters, 'connected' | 'path' | 'left'> {
    const setUp = this.metrics.histogram({
      name: 'ieum_call_setup_seconds',
      help: 'From when both people were there until their call was connected; once a side.',
      buckets: SET_UP_SECONDS,
    });
    const paths = this.metrics.counter({
      name: 'ieum_call_paths_total',
      help: 'Paths that calls took, by the types of both candidates and the protocol of the first leg; once a side and path.',
      labelNames: ['local', 'remote', 'protocol'],
    });
    return {
      connected: ({ setUpMs }) => setUp.observe(setUpMs / 1000),
      path: ({ local, remote, protocol = 'unknown' }) => paths.inc({ local, remote, protocol }),
      left: () => undefined,
    };
  }

  private healingMeters(): Pick<Meters, 'disconnected' | 'healing' | 'healed' | 'media-problem'> {
    const lost = this.metrics.counter({
      name: 'ieum_call_disconnects_total',
      help: 'Times a side lost its path, and times it had tried everything.',
      labelNames: ['failed'],
    });
    const steps = this.metrics.counter({
      name: 'ieum_call_healing_steps_total',
      help: 'Steps that were taken to mend a path.',
      labelNames: ['step', 'cause'],
    });
    const healed = this.metrics.histogram({
      name: 'ieum_call_healed_seconds',
      help: 'How long mended paths were away, by the last step.',
      labelNames: ['step'],
      buckets: HEALED_SECONDS,
    });
    const media = this.metrics.counter({
      name: 'ieum_call_media_problems_total',
      help: 'Devices that were wanted in a call and not there.',
      labelNames: ['device', 'problem'],
    });
    return {
      disconnected: ({ failed }) => lost.inc({ failed: String(failed) }),
      healing: ({ step, cause }) => steps.inc({ step, cause }),
      healed: ({ step, afterMs }) => healed.observe({ step }, afterMs / 1000),
      'media-problem': ({ device, problem }) => media.inc({ device, problem }),
    };
  }

  private figureMeters(): Pick<Meters, 'figures'> {
    const roundTrip = this.metrics.histogram({
      name: 'ieum_call_round_trip_seconds',
      help: 'Round-trip times between the two sides of calls.',
      buckets: ROUND_TRIP_SECONDS,
    });
    const loss = this.metrics.histogram({
      name: 'ieum_call_loss_ratio',
      help: 'Shares of packets that did not arrive, as the receiving side tells.',
      buckets: LOSS_RATIO,
    });
    const levels = this.metrics.counter({
      name: 'ieum_call_quality_total',
      help: 'What calls felt like; one a side and twenty seconds.',
      labelNames: ['level'],
    });
    return {
      figures: ({ roundTripMs, lossIn, level }) => {
        levels.inc({ level });
        if (roundTripMs !== undefined) roundTrip.observe(roundTripMs / 1000);
        if (lossIn !== undefined) loss.observe(lossIn);
      },
    };
  }
}
