import { z } from 'zod';

/** The password is asked for again before an account and everything of it goes. */
export const EraseAccountRequest = z.object({ password: z.string().min(1).max(128) });
export type EraseAccountRequest = z.infer<typeof EraseAccountRequest>;
