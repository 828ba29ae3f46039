import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedEvents } from '../cluster/shared-events';
import type { ConsultRecord } from './consult.record';

interface Events {
  /** On any node. */
  changed: [consult: ConsultRecord];
  /** On this node alone: a mentor took one that had waited so long. */
  accepted: [waitedMs: number];
  /** On this node alone: another mentor had been faster. */
  'race-lost': [];
}

/** What happened to consults, told after it was committed. Listeners must not throw. */
@Injectable()
export class ConsultEvents extends SharedEvents<Events> {
  constructor(cluster: Cluster) {
    // Nothing else travels.
    super(cluster, 'consults', ([consult]) => [withDates(consult as ConsultRecord)]);
  }
}

/** A record that travelled as JSON. */
function withDates(consult: ConsultRecord): ConsultRecord {
  return {
    ...consult,
    createdAt: new Date(consult.createdAt),
    matchedAt: consult.matchedAt && new Date(consult.matchedAt),
    liveAt: consult.liveAt && new Date(consult.liveAt),
    closedAt: consult.closedAt && new Date(consult.closedAt),
  };
}
