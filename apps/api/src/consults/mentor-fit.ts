import type { ConsultRecord } from './consult.record';

/** What decides which consults a mentor may see. */
export interface Audience {
  readonly kinds: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly approved: boolean;
}

type Asked = Pick<ConsultRecord, 'kind' | 'topic' | 'language' | 'needsApproval'>;

/** Whether a mentor with this audience may see and accept the consult. The accept's SQL repeats the same rule. */
export function fits(audience: Audience, consult: Asked): boolean {
  return (
    audience.kinds.includes(consult.kind) &&
    audience.topics.includes(consult.topic) &&
    audience.languages.includes(consult.language) &&
    (audience.approved || !consult.needsApproval)
  );
}
