import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config';
import { JwtSecret } from './jwt-secret';

@Global()
@Module({})
export class ConfigModule {
  static with(config: Config, jwtSecret: string): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: JwtSecret, useValue: new JwtSecret(jwtSecret) },
      ],
      exports: [Config, JwtSecret],
    };
  }
}
