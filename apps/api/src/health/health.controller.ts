import { Health, ReadyHealth } from '@ieum/api-contract';
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

  /** The database answers as well; `server/unavailable` while it does not, and when the node is on its way out. */
  @Get('ready')
  @Answers(200, ReadyHealth)
  ready(): Promise<ReadyHealth> {
    return this.health.ready();
  }
}
