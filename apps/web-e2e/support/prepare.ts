import { IeumServer } from './server';

/** Playwright's global set-up; what it returns is its global tear-down. */
export default () => IeumServer.prepare();
