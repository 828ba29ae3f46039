import { type Ack, type ErrorCode, REQUESTS, type RequestName } from '@ieum/signaling-protocol';
import { DomainError } from '../common/domain-error';
import { toDomainError } from '../common/to-domain-error';
import { RateLimits } from './rate-limit';
import type { Handlers, SignalingSocket } from './socket-types';

type AnyHandler = (socket: SignalingSocket, request: unknown) => unknown;
type Respond = (answer: Ack<unknown>) => void;

/** What one socket enters and leaves: handled in the order it was sent, so that a leave never overtakes its join. */
const IN_TURN: ReadonlySet<RequestName> = new Set(['list:subscribe', 'list:unsubscribe', 'room:join', 'room:leave']);

/**
 * Answers every packet of every socket: one function shared by all of them, a look-up, the contract's schema, the
 * handler, the ack. (A chain of listeners per event and socket, as `@SubscribeMessage` makes them, takes five times
 * the memory of a connection.) A request without an ack is handled all the same; only its answer goes nowhere.
 */
export function createDispatcher(
  handlers: Handlers<RequestName>,
  onRefused: (name: RequestName | undefined, code: ErrorCode) => void,
) {
  const table = new Map<
    unknown,
    { name: RequestName; parse: (value: unknown) => unknown; handle: AnyHandler; inTurn: boolean }
  >();
  for (const name of Object.keys(REQUESTS) as RequestName[]) {
    table.set(name, {
      name,
      parse: (value) => parseRequest(name, value),
      handle: handlers[name] as AnyHandler,
      inTurn: IN_TURN.has(name),
    });
  }

  async function answerLater(name: RequestName, pending: Promise<unknown>, respond: Respond): Promise<void> {
    try {
      respond({ ok: true, data: await pending });
    } catch (error) {
      const refused = toDomainError(error).toProtocolError();
      respond({ ok: false, error: refused });
      onRefused(name, refused.code);
    }
  }

  return function dispatch(socket: SignalingSocket, packet: readonly unknown[]): void {
    const last = packet.at(-1);
    const respond: Respond = typeof last === 'function' ? (answer) => void last(answer) : () => undefined;
    const limits = (socket.data.limits ??= new RateLimits());
    const now = performance.now();
    const entry = table.get(packet[0]);
    try {
      if (!entry) throw new DomainError('request/unknown-event', 'The contract knows no such request.');
      limits.spend(entry.name, now);
      const request = entry.parse(packet[1]);
      const result = entry.inTurn ? inTurn(socket, () => entry.handle(socket, request)) : entry.handle(socket, request);
      if (result instanceof Promise) void answerLater(entry.name, result, respond);
      else respond({ ok: true, data: result });
    } catch (error) {
      const refused = toDomainError(error).toProtocolError();
      respond({ ok: false, error: refused });
      onRefused(entry?.name, refused.code);
      if (!limits.bears(refused.code, now)) socket.disconnect(true);
    }
  };
}

/** Runs after whatever of this socket waits in turn already; at once when nothing does. */
function inTurn(socket: SignalingSocket, work: () => unknown): unknown {
  const { turn } = socket.data;
  const result = turn ? turn.then(work) : work();
  if (!(result instanceof Promise)) return result;
  const done = Promise.allSettled([result]);
  socket.data.turn = done;
  void done.then(() => {
    if (socket.data.turn === done) delete socket.data.turn;
  });
  return result;
}

function parseRequest(name: RequestName, value: unknown): unknown {
  const result = REQUESTS[name].request.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('request/invalid', 'The request does not fit its schema.', {
    issues: result.error.issues.slice(0, 10).map(({ path, code }) => ({ path: path.join('.'), code })),
  });
}
