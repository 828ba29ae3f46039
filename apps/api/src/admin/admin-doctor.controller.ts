import { DoctorReport } from '@ieum/api-contract';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { DoctorService } from '../doctor/doctor.service';

/** Machines only, nobody's call and nobody's name: such a look is not written down. */
@ApiTags('admin')
@Roles('admin')
@Controller('admin/doctor')
export class AdminDoctorController {
  constructor(private readonly doctor: DoctorService) {}

  /** How the node that answers is, and what it stands on: looked at now, or within the last ten seconds. */
  @Get()
  @Answers(200, DoctorReport)
  report(): Promise<DoctorReport> {
    return this.doctor.report();
  }
}
