import { Injectable } from '@nestjs/common';
import { Cluster } from '../cluster/cluster';
import { SharedEvents } from '../cluster/shared-events';

/** What a mentor offers changed; told after it was committed. */
@Injectable()
export class MentorEvents extends SharedEvents<{ 'profile-changed': [mentor: { userId: string }] }> {
  constructor(cluster: Cluster) {
    super(cluster, 'mentors');
  }
}
