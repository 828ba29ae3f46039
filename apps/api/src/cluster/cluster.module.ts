import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from '../config/config';
import { JwtSecret } from '../config/jwt-secret';
import { Cluster } from './cluster';
import { clusterName } from './cluster-name';
import { LinkedCluster } from './linked-cluster';
import { LoneNode } from './lone-node';
import { ValkeyLink } from './valkey-link';

@Global()
@Module({})
export class ClusterModule {
  static bySettings(): DynamicModule {
    return {
      module: ClusterModule,
      providers: [
        {
          provide: Cluster,
          inject: [Config, JwtSecret],
          useFactory: ({ valkeyUrl }: Config, { value }: JwtSecret): Cluster =>
            valkeyUrl ? new LinkedCluster(new ValkeyLink(valkeyUrl), clusterName(value)) : new LoneNode(),
        },
      ],
      exports: [Cluster],
    };
  }

  /** For commands, which are no node: they change the database, and nodes look there. */
  static alone(): DynamicModule {
    return { module: ClusterModule, providers: [{ provide: Cluster, useClass: LoneNode }], exports: [Cluster] };
  }
}
