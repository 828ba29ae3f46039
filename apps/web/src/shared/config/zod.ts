/**
 * Zod as the page uses it: without compiling schemas by `new Function`, which the content security policy forbids (and
 * reports, even where Zod falls back). Vite puts this module in the place of `zod`, so that it runs before any schema.
 */
import { config } from 'zod/v4';

config({ jitless: true });

export * from 'zod/v4';
