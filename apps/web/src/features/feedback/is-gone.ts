import { ApiError } from '../../shared/lib/api-error';

/** Whether the meeting is not there any more: it went with the account of whoever asked for it. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && error.code === 'consults/not-found';
