import { Module } from '@nestjs/common';
import { DoctorModule } from '../doctor/doctor.module';
import { HealthController } from './health.controller';
import { HealthRepository } from './health.repository';
import { HealthService } from './health.service';
import { ServiceState } from './service-state';

@Module({
  imports: [DoctorModule],
  controllers: [HealthController],
  providers: [HealthService, HealthRepository, ServiceState],
  exports: [HealthService, ServiceState],
})
export class HealthModule {}
