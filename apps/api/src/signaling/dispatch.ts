import { type Ack, REQUESTS, type RequestName } from '@ieum/signaling-protocol';
import { DomainError } from '../common/domain-error';
import { toDomainError } from '../common/to-domain-error';
import { RateLimits } from './rate-limit';
import type { Handlers, SignalingSocket } from './socket-types';

type AnyHandler = (socket: SignalingSocket, request: unknown) => unknown;
type Respond = (answer: Ack<unknown>) => void;

/**
 * Answers every packet of every socket: one function shared by all of them, a look-up, the contract's schema, the
 * handler, the ack. (A chain of listeners per event and socket, as `@SubscribeMessage` makes them, takes five times
 * the memory of a connection.) A request without an ack is handled all the same; only its answer goes nowhere.
 */
export function createDispatcher(handlers: Handlers<RequestName>) {
  const table = new Map<unknown, { name: RequestName; parse: (value: unknown) => unknown; handle: AnyHandler }>();
  for (const name of Object.keys(REQUESTS) as RequestName[]) {
    table.set(name, {
      name,
      parse: (value) => parseRequest(name, value),
      handle: handlers[name] as AnyHandler,
    });
  }

  async function answerLater(pending: Promise<unknown>, respond: Respond): Promise<void> {
    try {
      respond({ ok: true, data: await pending });
    } catch (error) {
      respond({ ok: false, error: toDomainError(error).toProtocolError() });
    }
  }

  return function dispatch(socket: SignalingSocket, packet: readonly unknown[]): void {
    const last = packet.at(-1);
    const respond: Respond = typeof last === 'function' ? (answer) => void last(answer) : () => undefined;
    const limits = (socket.data.limits ??= new RateLimits());
    const now = performance.now();
    try {
      const entry = table.get(packet[0]);
      if (!entry) throw new DomainError('request/unknown-event', 'The contract knows no such request.');
      limits.spend(entry.name, now);
      const result = entry.handle(socket, entry.parse(packet[1]));
      if (result instanceof Promise) void answerLater(result, respond);
      else respond({ ok: true, data: result });
    } catch (error) {
      const refused = toDomainError(error).toProtocolError();
      respond({ ok: false, error: refused });
      const malformed = refused.code === 'request/invalid' || refused.code === 'request/unknown-event';
      if (malformed && !limits.bearsMalformed(now)) socket.disconnect(true);
    }
  };
}

function parseRequest(name: RequestName, value: unknown): unknown {
  const result = REQUESTS[name].request.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('request/invalid', 'The request does not fit its schema.', {
    issues: result.error.issues.slice(0, 10).map(({ path, code }) => ({ path: path.join('.'), code })),
  });
}
