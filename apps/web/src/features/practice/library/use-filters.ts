import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { filterQuery, readFilters } from './filters';
import type { Filters } from './filters';

/** The filters are what the address says: a reload and a link keep them. */
export function useFilters(): readonly [filters: Filters, change: (filters: Filters) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const filters = useMemo(() => readFilters(search), [search]);
  const change = (next: Filters): void => {
    const query = filterQuery(next);
    navigate(query === '' ? path : `${path}?${query}`, { replace: true });
  };
  return [filters, change];
}
