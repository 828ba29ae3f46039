import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { ObjectSettings } from '../config/object-settings';
import { ObjectStore } from './object-store';
import { openObjectStore } from './open-object-store';

@Global()
@Module({})
export class StorageModule {
  static with(settings: ObjectSettings): DynamicModule {
    return {
      module: StorageModule,
      providers: [{ provide: ObjectStore, useFactory: () => openObjectStore(settings) }],
      exports: [ObjectStore],
    };
  }
}
