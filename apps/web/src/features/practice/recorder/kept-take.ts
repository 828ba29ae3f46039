import type { RecordingType } from '@ieum/api-contract';
import type { TakeSummary } from './recorder-ports';

/** What this device keeps of a take, beside its slices. */
export interface KeptTake extends TakeSummary {
  readonly id: string;
  readonly questionId: string;
  readonly contentType: RecordingType;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Nothing more comes; otherwise it goes on, or its page died over it. */
  readonly finished: boolean;
  /** Of its slices, in bytes. */
  readonly sizes: readonly number[];
}

/** A part of a take: its bytes, and their SHA-256 in base64. */
export interface Slice {
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

/** `full`: there is no room left. `unavailable`: this browser keeps nothing, as in some private windows. */
export type StorageProblem = 'full' | 'unavailable';

/** Something could not be kept on this device. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause?: unknown) {
    super(`storage is ${problem}`, { cause });
    this.problem = problem;
  }
}

/** PORT. What one user's takes are kept in on this device. Rejects with a `StorageError`. */
export interface SliceStore {
  /** The oldest first. */
  list(): Promise<KeptTake[]>;
  /** The take as it is now and its new slice: both, or neither. */
  save(take: KeptTake, slice?: Slice): Promise<void>;
  read(takeId: string, index: number): Promise<Slice | null>;
  /** The take and its slices. */
  remove(takeId: string): Promise<void>;
}
