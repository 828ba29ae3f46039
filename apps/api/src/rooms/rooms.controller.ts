import { ConsultParams, IceServersResponse } from '@ieum/api-contract';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { IceServersLimit } from './ice-servers-limit';
import { IceServersService } from './ice-servers.service';

@ApiTags('rooms')
@Controller('consults/:consultId')
export class RoomsController {
  constructor(
    private readonly iceServers: IceServersService,
    private readonly limit: IceServersLimit,
  ) {}

  @Get('ice-servers')
  @Answers(200, IceServersResponse)
  servers(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<IceServersResponse> {
    this.limit.spendForRoom(user.id);
    return this.iceServers.forRoom(user.id, consultId);
  }
}
