import { createApiRequester } from './request-api';
import { serverClock } from './server-clock';
import { sessionStore } from './session-store';

/** Every answer tells the server's time. */
const fetchTellingTime: typeof fetch = async (...call) => {
  const response = await fetch(...call);
  const date = response.headers.get('date');
  if (date !== null) serverClock.sync(date);
  return response;
};

/** Asks the REST API. Rejects with an `ApiError`, or with the signal's reason when the caller gave up. */
export const apiRequest = createApiRequester({ fetch: fetchTellingTime, session: sessionStore });
