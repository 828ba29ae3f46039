import type { Language } from '@ieum/signaling-protocol';
import type { Picture } from '@ieum/webrtc-client';

const UNKNOWN = '–';

/** Figures of a call as a person reads them; a dash for what the browser does not tell. */
export function figuresIn(language: Language) {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const oneDigit = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const ms = new Intl.NumberFormat(language, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const known = (value: number | undefined, format: (value: number) => string): string =>
    value === undefined ? UNKNOWN : format(value);
  return {
    milliseconds: (value: number | undefined) => known(value, (one) => ms.format(one)),
    share: (value: number | undefined) => known(value, (one) => share.format(one)),
    /** From bit/s. */
    bitrate: (value: number | undefined) =>
      known(value, (one) =>
        one < 1_000_000 ? `${plain.format(one / 1_000)} kbit/s` : `${oneDigit.format(one / 1_000_000)} Mbit/s`,
      ),
    picture: (picture: Picture | undefined): string => {
      if (!picture) return UNKNOWN;
      const { width, height, framesPerSecond } = picture;
      const size = `${width}×${height}`;
      return framesPerSecond === undefined ? size : `${size}, ${plain.format(framesPerSecond)} fps`;
    },
  };
}
