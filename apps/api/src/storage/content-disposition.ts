/** RFC 6266: saved under a name, in any script (RFC 8187), or shown in place. */
export function contentDisposition(fileName: string | undefined): string {
  if (fileName === undefined) return 'inline';
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
