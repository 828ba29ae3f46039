import type { Script, ScriptSummary } from '@ieum/api-contract';

type Dates = 'createdAt' | 'updatedAt' | 'deletedAt';

interface Moments {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

export type ScriptRecord = Readonly<Omit<Script, Dates>> & Moments;
export type SummaryRecord = Readonly<Omit<ScriptSummary, Dates>> & Moments;

const asText = ({ createdAt, updatedAt, deletedAt }: Moments) => ({
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  deletedAt: deletedAt?.toISOString() ?? null,
});

export const toScript = (record: ScriptRecord): Script => ({ ...record, ...asText(record) });

export const toSummary = (record: SummaryRecord): ScriptSummary => ({ ...record, ...asText(record) });
