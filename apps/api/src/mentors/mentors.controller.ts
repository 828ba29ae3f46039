import { MentorProfileInput, MentorProfileResponse } from '@ieum/api-contract';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Roles } from '../auth/roles.decorator';
import { Answers } from '../common/answers.decorator';
import { MentorsService } from './mentors.service';

@ApiTags('mentors')
@Roles('mentor')
@Controller('mentors/me')
export class MentorsController {
  constructor(private readonly mentors: MentorsService) {}

  @Get('profile')
  @Answers(200, MentorProfileResponse)
  profile(@CurrentUser() user: AuthUser): Promise<MentorProfileResponse> {
    return this.mentors.profileOf(user.id);
  }

  @Put('profile')
  @Answers(200, MentorProfileResponse)
  save(
    @CurrentUser() user: AuthUser,
    @Body({ schema: MentorProfileInput }) body: MentorProfileInput,
  ): Promise<MentorProfileResponse> {
    return this.mentors.saveProfile(user.id, body);
  }
}
