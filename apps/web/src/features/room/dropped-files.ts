export interface DroppedFiles {
  readonly files: readonly File[];
  /** Names of folders: they cannot be read as a file. */
  readonly folders: readonly string[];
}

/** The part of a `DataTransferItem` that is needed. */
export type DroppedItem = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

/** What was dropped or pasted, as long as the event lasts. */
export function droppedFiles(items: Iterable<DroppedItem>): DroppedFiles {
  const [files, folders]: [File[], string[]] = [[], []];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) folders.push(entry.name);
    else if (file) files.push(file);
  }
  return { files, folders };
}
