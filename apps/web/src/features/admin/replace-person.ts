import type { AdminPeople, AdminPerson } from '@ieum/api-contract';
import type { InfiniteData } from '@tanstack/react-query';

type Pages = InfiniteData<AdminPeople, string>;

/** Puts what a person is now in the place of what they were, on whichever page of what was found. */
export const replacePerson =
  (changed: AdminPerson) =>
  (data: Pages | undefined): Pages | undefined =>
    data && {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map((person) => (person.id === changed.id ? changed : person)),
      })),
    };
