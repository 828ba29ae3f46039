import { paths } from './paths';

/** Where mentors give written feedback. */
export const feedbackJobPaths = {
  jobs: '/written-feedback',
  job: (id: string) => `/written-feedback/${id}`,
  profile: paths.profile,
} as const;

export const feedbackJobPattern = '/written-feedback/:id';
