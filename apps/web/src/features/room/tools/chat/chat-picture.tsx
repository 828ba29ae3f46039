import { useMemo, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import type { SmallPicture } from '../../../../shared/pictures/picture-facts';
import { useBlobSource } from '../../../../shared/lib/use-blob-source';
import { blobOf } from '../../../../shared/pictures/blob-of';
import { chatMessages } from './chat-messages';

interface ChatPictureProps {
  readonly picture: SmallPicture;
  readonly alt: string;
  /** As large as it is shown at most, in pixels; known before it is decoded, so that nothing jumps. */
  readonly within?: { readonly width: number; readonly height: number };
  readonly className?: string | undefined;
}

/** A picture that is in this page alone, as long as it is shown. */
export function ChatPicture({ picture, alt, within = picture, className }: ChatPictureProps) {
  const m = useMessages(chatMessages);
  const [broken, setBroken] = useState(false);
  const show = useBlobSource<HTMLImageElement>(useMemo(() => blobOf(picture), [picture]));
  if (broken) return <em>{m.broken}</em>;
  const scale = Math.min(1, within.width / picture.width, within.height / picture.height);
  const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  return <img ref={show} {...{ alt, className, width, height }} onError={() => setBroken(true)} />;
}
