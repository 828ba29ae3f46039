/** Where the pages of exams are, and those that they lead to. */
export interface ExamLinks {
  readonly survey: string;
  readonly exams: string;
  exam(examId: string): string;
  question(questionId: string): string;
}
