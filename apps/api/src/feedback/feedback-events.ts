import type { PushOf } from '@ieum/signaling-protocol';
import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedEvents } from '../cluster/shared-events';

/** What a member of the consult may know of its feedback changed; told after it was committed. */
@Injectable()
export class FeedbackEvents extends SharedEvents<{
  changed: [userId: string, change: PushOf<'feedback:changed'>];
}> {
  constructor(cluster: Cluster) {
    super(cluster, 'feedback');
  }
}
