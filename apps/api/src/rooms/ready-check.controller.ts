import { IceServersResponse } from '@ieum/api-contract';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { IceServersLimit } from './ice-servers-limit';
import { IceServersService } from './ice-servers.service';

@ApiTags('rooms')
@Controller('ready-check')
export class ReadyCheckController {
  constructor(
    private readonly iceServers: IceServersService,
    private readonly limit: IceServersLimit,
  ) {}

  /** For trying out one's own connection before there is a room: credentials of a relay live two minutes. */
  @Get('ice-servers')
  @Answers(200, IceServersResponse)
  checkServers(@CurrentUser() user: AuthUser): Promise<IceServersResponse> {
    this.limit.spendForCheck(user.id);
    return this.iceServers.forCheck(user.id);
  }
}
