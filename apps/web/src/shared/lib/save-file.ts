/** What a title may hold and the name of a file may not. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** Has the browser save a file. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replaceAll(FORBIDDEN, ' ');
  link.click();
  URL.revokeObjectURL(url);
}

export const saveText = (name: string, text: string, mediaType: string): void =>
  saveFile(name, new Blob([text], { type: `${mediaType};charset=utf-8` }));
