import { Module } from '@nestjs/common';
import { Clock } from '../common/clock';
import { DoctorService } from './doctor.service';
import { machineWith } from './machine';
import { Machine } from './subject';
import { TurnCanary } from './turn-canary.service';

@Module({
  providers: [DoctorService, TurnCanary, { provide: Machine, inject: [Clock], useFactory: machineWith }],
  exports: [DoctorService, TurnCanary],
})
export class DoctorModule {}
