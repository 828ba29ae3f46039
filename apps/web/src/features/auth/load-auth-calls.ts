/** Schemas and API client: loaded once somebody starts to fill in the form, so that the form itself is there at once. */
export const loadAuthCalls = () => import('./auth-calls');
