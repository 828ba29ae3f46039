/** The addresses of the practice studio, apart from the others: the start page needs none of them. */
export const practicePaths = {
  home: '/practice',
  survey: '/practice/survey',
  scripts: '/practice/scripts',
  exams: '/practice/exams',
  exam: (examId: string) => `/practice/exams/${examId}`,
  feedback: '/practice/feedback',
  feedbackOf: (id: string) => `/practice/feedback/${id}`,
  progress: '/practice/progress',
  question: (questionId: string) => `/practice/questions/${questionId}`,
  compare: (questionId: string) => `/practice/questions/${questionId}/compare`,
} as const;

export const practicePatterns = {
  question: '/practice/questions/:questionId',
  exam: '/practice/exams/:examId',
  feedback: '/practice/feedback/:id',
  compare: '/practice/questions/:questionId/compare',
} as const;
