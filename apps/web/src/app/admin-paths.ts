/** The addresses of the admin page, apart from the others: whoever is no admin loads none of it. */
export const adminPaths = {
  now: '/admin',
  people: '/admin/people',
  calls: '/admin/calls',
  call: (consultId: string) => `/admin/calls/${consultId}`,
  questions: '/admin/questions',
  audit: '/admin/audit',
  doctor: '/admin/doctor',
} as const;

export const adminPatterns = { call: '/admin/calls/:consultId' } as const;
