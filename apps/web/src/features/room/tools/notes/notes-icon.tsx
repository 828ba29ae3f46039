export const NotesIcon = () => (
  <svg
    width="22"
    height="22"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M12 20h8M5 16.5L15.5 6a2.1 2.1 0 0 1 3 3L8 19.5l-4 1z" />
  </svg>
);
