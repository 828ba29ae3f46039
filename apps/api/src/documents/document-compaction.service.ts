import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { stackOf } from '../common/stack-of';
import { ConsultEvents } from '../consults/consult-events';
import { isKept } from './document-rules';
import { DocumentsService } from './documents.service';

/** Makes one update of a document when its consult ends: from then on it is read only, as a rule. */
@Injectable()
export class DocumentCompaction implements OnApplicationBootstrap {
  private readonly logger = new Logger(DocumentCompaction.name);

  constructor(
    private readonly documents: DocumentsService,
    private readonly consultEvents: ConsultEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.consultEvents.own.on('changed', (consult) => {
      if (consult.status === 'ended' && isKept(consult)) this.compact(consult.id);
    });
  }

  /** Nothing is lost when it fails: updates that lie side by side are merged whenever they are read. */
  private compact(consultId: string): void {
    this.documents.compact(consultId).catch((error: unknown) => {
      this.logger.warn('A document was not compacted.', stackOf(error));
    });
  }
}
