import type { User } from '@ieum/api-contract';
import { paths } from './paths';

/** Where a signed-in user starts. */
export const homeOf = (roles: User['roles']): string => (roles.includes('student') ? paths.ask : paths.live);
