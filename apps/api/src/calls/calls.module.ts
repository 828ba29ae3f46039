import { Module } from '@nestjs/common';
import { ConsultsModule } from '../consults/consults.module';
import { CallEvents } from './call-events';
import { CallReportsOutbox } from './call-reports-outbox';
import { CallReportsRepository } from './call-reports.repository';
import { CallsService } from './calls.service';

@Module({
  imports: [ConsultsModule],
  providers: [CallsService, CallEvents, CallReportsOutbox, CallReportsRepository],
  exports: [CallsService, CallEvents],
})
export class CallsModule {}
