/**
 * Why a mesh refused somebody.
 *
 * - `mesh-full`: `capacity` people are in it already
 * - `mesh-closed`: `close()` was called
 */
export type MeshErrorReason = 'mesh-full' | 'mesh-closed';

/** An error with a `reason` to switch on; its message may be logged. */
export class MeshError extends Error {
  override readonly name = 'MeshError';

  constructor(readonly reason: MeshErrorReason) {
    super(`mesh session: ${reason}`);
  }
}
