import { Module } from '@nestjs/common';
import { JobEvents } from './job-events';
import { Jobs, JobsPolicy } from './jobs';
import { JobsRepository } from './jobs.repository';

@Module({
  providers: [Jobs, JobsRepository, JobEvents, { provide: JobsPolicy, useValue: new JobsPolicy() }],
  exports: [Jobs, JobEvents],
})
export class JobsModule {}
