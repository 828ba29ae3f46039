import { LineIcon } from '../../../../shared/ui/line-icon';

export const FilesIcon = () => (
  <LineIcon>
    <path d="M19 11.5l-7.6 7.6a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-7.7 7.6a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9" />
  </LineIcon>
);
