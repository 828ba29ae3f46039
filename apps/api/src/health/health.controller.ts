import { Health } from '@ieum/api-contract';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/public.decorator';
import { Answers } from '../common/answers.decorator';
import { HealthService } from './health.service';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process runs. */
  @Get('live')
  @Answers(200, Health)
  live(): Health {
    return { status: 'ok' };
  }

  /** The database answers as well; `server/unavailable` while it does not. */
  @Get('ready')
  @Answers(200, Health)
  async ready(): Promise<Health> {
    await this.health.mustBeReady();
    return { status: 'ok' };
  }
}
