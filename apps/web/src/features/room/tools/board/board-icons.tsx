import { LineIcon } from '../../../../shared/ui/line-icon';

export const boardIcons = {
  add: (
    <LineIcon>
      <path d="M12 5v14M5 12h14" />
    </LineIcon>
  ),
  rename: (
    <LineIcon>
      <path d="M5 16.5L15.5 6a2.1 2.1 0 0 1 3 3L8 19.5l-4 1z" />
    </LineIcon>
  ),
  delete: (
    <LineIcon>
      <path d="M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 10.5v6M13.5 10.5v6" />
    </LineIcon>
  ),
  follow: (
    <LineIcon>
      <path d="M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z" />
      <circle cx="12" cy="12" r="2.5" />
    </LineIcon>
  ),
  picture: (
    <LineIcon>
      <path d="M4 5h16v14H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5" />
      <circle cx="15.5" cy="9" r="1.3" />
    </LineIcon>
  ),
  camera: (
    <LineIcon>
      <path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z" />
      <circle cx="12" cy="13" r="3.3" />
    </LineIcon>
  ),
} as const;
