/** Where the student's requests for written feedback are. */
export interface OwnFeedbackLinks {
  /** All of them. */
  readonly feedback: string;
  feedbackOf(id: string): string;
  question(questionId: string): string;
}

/** Where mentors write. */
export interface FeedbackJobLinks {
  readonly jobs: string;
  job(id: string): string;
  readonly profile: string;
}
