import { Injectable, Logger } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { Cluster } from '../cluster/cluster';
import { ConsultEvents } from './consult-events';
import { ConsultsRepository } from './consults.repository';

/** Looks up what other nodes could not tell. Whoever hears of a change a second time knows it by its revision. */
@Injectable()
export class MissedChanges {
  private readonly logger = new Logger(MissedChanges.name);

  constructor(
    private readonly repository: ConsultsRepository,
    private readonly events: ConsultEvents,
    cluster: Cluster,
  ) {
    cluster.open('missed-consults', {
      receive: () => undefined,
      missed: (withinMs) => {
        this.lookUp(withinMs).catch((error: unknown) => {
          this.logger.warn('Missed changes were not looked up.', stackOf(error));
        });
      },
    });
  }

  private async lookUp(withinMs: number): Promise<void> {
    for (const consult of await this.repository.findChangedWithin(withinMs)) this.events.emit('changed', consult);
  }
}
