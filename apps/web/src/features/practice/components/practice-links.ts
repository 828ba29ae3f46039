/** Where the pages of the studio are. */
export interface PracticeLinks {
  readonly home: string;
  readonly survey: string;
  readonly scripts: string;
  readonly exams: string;
  readonly feedback: string;
  readonly progress: string;
  question(questionId: string): string;
  /** Where two takes of a question are compared. */
  compare(questionId: string): string;
}
