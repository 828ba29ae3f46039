import { droppedFiles } from '../../dropped-files';

/** The one picture that was pasted or dropped; `null` when there is something else, too: then it is not meant for the chat. */
export function pictureAmong({ items, types }: Pick<DataTransfer, 'items' | 'types'>): File | null {
  // Words that were copied from a document come with a picture of them.
  if (!types.includes('Files') || types.includes('text/plain')) return null;
  const { files, folders } = droppedFiles(items);
  const [file] = files;
  return file?.type.startsWith('image/') && files.length === 1 && folders.length === 0 ? file : null;
}
