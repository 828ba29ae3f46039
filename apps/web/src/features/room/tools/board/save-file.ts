/** Has the browser save a file. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  // What a topic may hold and a file's name may not.
  link.download = name.replaceAll(/[\\/:*?"<>|]/gu, ' ');
  link.click();
  URL.revokeObjectURL(url);
}
