import type { User, Wants } from '@ieum/api-contract';

/** What somebody came for, as their roles tell. */
export function wantsOf(roles: User['roles']): Wants {
  if (roles.includes('student') && roles.includes('mentor')) return 'both';
  return roles.includes('mentor') ? 'help-others' : 'get-help';
}
