import type { z } from 'zod';

/** A request of a client: what it sends, and what the acknowledgement's data is when it is granted. */
export interface RequestEvent<Req extends z.ZodType = z.ZodType, Res extends z.ZodType = z.ZodType> {
  readonly request: Req;
  readonly response: Res;
}

/** A push of the server; never acknowledged. */
export interface PushEvent<Payload extends z.ZodType = z.ZodType> {
  readonly payload: Payload;
}

export function defineRequest<Req extends z.ZodType, Res extends z.ZodType>(
  request: Req,
  response: Res,
): RequestEvent<Req, Res> {
  return { request, response };
}

export function definePush<Payload extends z.ZodType>(payload: Payload): PushEvent<Payload> {
  return { payload };
}
