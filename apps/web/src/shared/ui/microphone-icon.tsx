import { LineIcon } from './line-icon';

/** Apart from the other icons, which everybody loads first. */
export const MicrophoneIcon = () => (
  <LineIcon size={20} weight={1.8}>
    <rect x="9" y="3.5" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v2.5" />
  </LineIcon>
);
