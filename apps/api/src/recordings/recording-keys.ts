/** Everything of a recording lies under this in the object store, and goes with it. */
export const folderOf = (recordingId: string): string => `recordings/${recordingId}/`;

export const recordingOf = (folder: string): string => folder.split('/')[1] ?? '';

export const audioKey = (recordingId: string): string => `${folderOf(recordingId)}audio`;

/** The hash is in the name: another slice in the same place never writes over one that was taken. */
export const sliceKey = (recordingId: string, index: number, digest: Uint8Array): string =>
  `${folderOf(recordingId)}${index}-${Buffer.from(digest).toString('hex').slice(0, 16)}`;
