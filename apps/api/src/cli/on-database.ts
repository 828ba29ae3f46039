import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClusterModule } from '../cluster/cluster.module';
import { DatabaseModule } from '../database/database.module';
import { withDatabase } from './command';

/** Lets a command use the services of a module on the database of the installation, while its servers run. */
export function onDatabase<T>(module: Type, work: (context: INestApplicationContext) => Promise<T>): Promise<T> {
  return withDatabase(async (dataSource) => {
    const context = await NestFactory.createApplicationContext(
      { module, imports: [DatabaseModule.with(dataSource), ClusterModule.alone()] },
      { logger: false },
    );
    return work(context).finally(() => context.close());
  });
}
