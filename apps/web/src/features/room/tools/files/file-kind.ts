const KINDS = {
  picture: 'png jpg jpeg gif webp avif bmp heic heif tif tiff',
  video: 'mp4 mov m4v webm mkv avi',
  sound: 'mp3 m4a wav ogg opus flac aac',
  document: 'pdf doc docx hwp hwpx odt rtf txt md pages',
  table: 'xls xlsx csv ods numbers show',
  slides: 'ppt pptx odp key',
  archive: 'zip 7z rar gz tar tgz alz egg',
  page: 'html htm xhtml svg mht',
  program: 'exe msi bat cmd com scr ps1 vbs js jse wsf hta jar apk app dmg pkg sh lnk reg iso',
} as const;

export type FileKind = keyof typeof KINDS | 'other';

const BY_EXTENSION = new Map<string, FileKind>(
  Object.entries(KINDS).flatMap(([kind, extensions]) =>
    extensions.split(' ').map((extension) => [extension, kind as FileKind] as const),
  ),
);

const BY_TYPE = new Map<string | undefined, FileKind>([
  ['image', 'picture'],
  ['video', 'video'],
  ['audio', 'sound'],
  ['text', 'document'],
]);

/** What a name ends with, small: `pdf`; empty when it is no extension. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/** As the receiving computer will take it: by the name's end, and only without one by the type that was told. */
export function fileKind(name: string, mediaType: string): FileKind {
  const extension = extensionOf(name);
  if (extension !== '') return BY_EXTENSION.get(extension) ?? 'other';
  if (mediaType === 'image/svg+xml' || mediaType === 'text/html') return 'page';
  return BY_TYPE.get(mediaType.split('/')[0]) ?? 'other';
}

/** Whether opening it can run what somebody else wrote. */
export const canRunCode = (kind: FileKind): boolean => kind === 'program' || kind === 'page';
