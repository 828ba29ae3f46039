import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Database } from './database';

/** Hands the open database to the repositories. Whoever opened it closes it. */
@Global()
@Module({})
export class DatabaseModule {
  static with(dataSource: DataSource): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: Database, useValue: new Database(dataSource) },
      ],
      exports: [DataSource, Database],
    };
  }
}
