/** Every address of the page, in one place. */
export const paths = {
  landing: '/',
  signUp: '/sign-up',
  logIn: '/log-in',
  ask: '/ask',
  wait: (consultId: string) => `/wait/${consultId}`,
  live: '/live',
  check: '/check',
  room: (consultId: string) => `/room/${consultId}`,
  feedback: (consultId: string) => `/consults/${consultId}/feedback`,
  study: '/study',
  history: '/history',
  profile: '/profile',
} as const;

export const patterns = {
  wait: paths.wait(':consultId'),
  room: paths.room(':consultId'),
  feedback: paths.feedback(':consultId'),
} as const;
