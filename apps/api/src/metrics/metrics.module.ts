import { Global, Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { CallsModule } from '../calls/calls.module';
import { ConsultsModule } from '../consults/consults.module';
import { DoctorModule } from '../doctor/doctor.module';
import { HealthModule } from '../health/health.module';
import { JobsModule } from '../jobs/jobs.module';
import { RoomsModule } from '../rooms/rooms.module';
import { CallMetrics } from './call-metrics.service';
import { CanaryMetrics } from './canary-metrics.service';
import { ConsultMetrics } from './consult-metrics.service';
import { JobMetrics } from './job-metrics.service';
import { Metrics } from './metrics';
import { MetricsServer } from './metrics-server.service';
import { NodeMetrics } from './node-metrics.service';

/** Listens to the domain, which knows nothing of it. */
@Global()
@Module({
  imports: [AuthModule, ConsultsModule, RoomsModule, CallsModule, HealthModule, JobsModule, DoctorModule],
  providers: [Metrics, MetricsServer, ConsultMetrics, CallMetrics, NodeMetrics, JobMetrics, CanaryMetrics],
  exports: [Metrics],
})
export class MetricsModule {}
