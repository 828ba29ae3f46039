import type { SmallPicture } from './picture-facts';

export const blobOf = ({ bytes, mimeType }: SmallPicture): Blob => new Blob([bytes], { type: mimeType });
