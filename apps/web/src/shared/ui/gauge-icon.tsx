import { LineIcon } from './line-icon';

/** Apart from the other icons, which everybody loads first. */
export const GaugeIcon = () => (
  <LineIcon size={20} weight={1.8}>
    <path d="M4.6 17.5a8.5 8.5 0 1 1 14.8 0M12 14l3.8-4.6" />
    <circle cx="12" cy="14.5" r="1.6" />
  </LineIcon>
);
