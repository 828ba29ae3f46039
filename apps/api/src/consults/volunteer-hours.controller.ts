import { VolunteerHours } from '@ieum/api-contract';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { ConsultsService } from './consults.service';

@ApiTags('mentors')
@Roles('mentor')
@Controller('mentors/me/hours')
export class VolunteerHoursController {
  constructor(private readonly consults: ConsultsService) {}

  @Get()
  @Answers(200, VolunteerHours)
  hours(@CurrentUser() user: AuthUser): Promise<VolunteerHours> {
    return this.consults.volunteerHours(user.id);
  }
}
