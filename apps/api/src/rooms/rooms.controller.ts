import { ConsultParams, IceServersResponse } from '@ieum/api-contract';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthUser } from '../auth/auth-user';
import { CurrentUser } from '../auth/current-user.decorator';
import { Answers } from '../common/answers.decorator';
import { IceServersService } from './ice-servers.service';

@ApiTags('rooms')
@Controller('consults/:consultId')
export class RoomsController {
  constructor(private readonly iceServers: IceServersService) {}

  @Get('ice-servers')
  @Answers(200, IceServersResponse)
  servers(
    @CurrentUser() user: AuthUser,
    @Param({ schema: ConsultParams }) { consultId }: ConsultParams,
  ): Promise<IceServersResponse> {
    return this.iceServers.serversFor(user.id, consultId);
  }
}
