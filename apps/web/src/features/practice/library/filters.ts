import { QuestionTopic, QuestionType, ScriptState, TargetLevel } from '@ieum/api-contract';
import { z } from 'zod';

/** What of the library is shown; everything that is not deleted where nothing is said. */
const Filters = z.object({
  topic: QuestionTopic.optional().catch(undefined),
  type: QuestionType.optional().catch(undefined),
  level: z.coerce.number().pipe(TargetLevel).optional().catch(undefined),
  state: ScriptState.optional().catch(undefined),
  q: z
    .string()
    .transform((words) => words.trim().slice(0, 100).trim())
    .transform((words) => (words === '' ? undefined : words))
    .optional(),
});
export type Filters = z.infer<typeof Filters>;
export type FilterName = keyof Filters;

/** What the address says; what it says wrong counts as not said. */
export const readFilters = (search: string): Filters => Filters.parse(Object.fromEntries(new URLSearchParams(search)));

/** As the address and the API are told: without a question mark, empty where all is shown. */
export function filterQuery(filters: Filters): string {
  const said = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return String(new URLSearchParams(said));
}

/** The filters with another value for one of them, as a field gives it; an empty one is none. */
export const withFilter = (filters: Filters, name: FilterName, value: string): Filters =>
  Filters.parse({ ...filters, [name]: value === '' ? undefined : value });

export const isFiltered = (filters: Filters): boolean => filterQuery(filters) !== '';
