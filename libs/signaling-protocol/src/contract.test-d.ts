/** Types are tested like code: this file only has to compile. */
import type {
  Ack,
  ClientToServerEvents,
  Consult,
  EarlyOffer,
  PushOf,
  RequestOf,
  ResponseOf,
  ServerToClientEvents,
} from './index';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function assertType<T extends true>(): T | undefined {
  return undefined;
}

assertType<Equal<RequestOf<'consult:accept'>, { consultId: string }>>();
assertType<Equal<ResponseOf<'consult:accept'>, { consult: Consult; offer: EarlyOffer | null }>>();
assertType<Equal<PushOf<'consult:changed'>, { consult: Consult }>>();
assertType<
  Equal<
    Parameters<ClientToServerEvents['waiting:watch']>,
    [request: { consultId: string }, ack: (answer: Ack<{ mentorsOnline: number }>) => void]
  >
>();
assertType<Equal<Parameters<ServerToClientEvents['room:replaced']>, [payload: { consultId: string }]>>();

// @ts-expect-error an event that the contract does not know
export type Unknown = RequestOf<'room:explode'>;
// @ts-expect-error a card never carries the student's id
export type StudentId = PushOf<'list:changed'>['added'][number]['studentId'];
