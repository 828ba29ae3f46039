import { FakeNetwork } from '../../testing/fake-network';
import { FakePeerConnection } from '../../testing/fake-peer-connection';
import { FakePlatform } from '../../testing/fake-platform';

/** What the servers do to whoever asks them. */
export interface FakeServers {
  /** The kind of address they give, if any. */
  gives: 'relay' | 'srflx' | 'nothing';
  /** Whether the browser ever says that it has looked everywhere. */
  ends: boolean;
  errorCodes: number[];
  /** Whether two connections find each other. */
  joins: boolean;
  /** What the statistics tell of the path; `rejected` and `never` are no answer. */
  statistics: 'tls' | 'untold' | 'rejected' | 'never';
}

class ServedConnection extends FakePeerConnection {
  readonly #servers: FakeServers;

  constructor(config: RTCConfiguration, servers: FakeServers, network: FakeNetwork) {
    super(config, servers.joins ? network : undefined);
    this.#servers = servers;
  }

  /** The candidates of a `FakePeerConnection` are hosts: these are what the servers gave. */
  override fire(type: string, properties: { candidate?: { candidate: string } | null } = {}): void {
    const { candidate } = properties;
    if (type !== 'icecandidate' || candidate === undefined) super.fire(type, properties);
    else if (candidate === null) this.#end();
    else if (this.#servers.gives !== 'nothing') {
      const text = candidate.candidate.replace('typ host', `typ ${this.#servers.gives}`);
      super.fire(type, { candidate: { ...candidate, candidate: text, relayProtocol: 'udp' } });
    }
  }

  override async getStats(): Promise<Map<string, unknown>> {
    const { statistics } = this.#servers;
    if (statistics === 'never') return new Promise(() => undefined);
    if (statistics === 'rejected') throw new Error('no statistics');
    const pair = { type: 'candidate-pair', selected: true, localCandidateId: 'local' };
    const local = {
      type: 'local-candidate',
      candidateType: 'relay',
      ...(statistics === 'tls' && { relayProtocol: 'tls' }),
    };
    return new Map<string, unknown>(Object.entries({ pair, local }));
  }

  #end(): void {
    for (const errorCode of this.#servers.errorCodes) super.fire('icecandidateerror', { errorCode });
    super.fire('icecandidate', { candidate: { candidate: '' } });
    if (this.#servers.ends) super.fire('icecandidate', { candidate: null });
  }
}

/** A platform whose connections ask servers. */
export class ServedPlatform extends FakePlatform {
  readonly servers: FakeServers = {
    ...{ gives: 'relay', ends: true, errorCodes: [], joins: true, statistics: 'tls' },
  };
  readonly #connects = new FakeNetwork();

  override createPeerConnection(config: RTCConfiguration): RTCPeerConnection {
    const connection = new ServedConnection(config, this.servers, this.#connects);
    this.connections.push(connection);
    return connection as unknown as RTCPeerConnection;
  }
}
