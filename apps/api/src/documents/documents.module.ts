import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { DocumentCompaction } from './document-compaction.service';
import { DefaultDocumentPolicy, DocumentLimit, DocumentPolicy } from './document-limit';
import { DocumentMerger } from './document-merger';
import { DocumentsController } from './documents.controller';
import { DocumentsRepository } from './documents.repository';
import { DocumentsService } from './documents.service';
import { WorkerMerger } from './worker-merger';

@Module({
  imports: [ConsultsModule],
  controllers: [DocumentsController],
  providers: [
    DocumentsService,
    DocumentsRepository,
    DocumentCompaction,
    DocumentLimit,
    { provide: DocumentPolicy, useClass: DefaultDocumentPolicy },
    { provide: DocumentMerger, useFactory: () => new WorkerMerger() },
  ],
  exports: [DocumentMerger],
})
export class DocumentsModule {}
