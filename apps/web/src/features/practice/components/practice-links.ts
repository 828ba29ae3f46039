/** Where the pages of the studio are. */
export interface PracticeLinks {
  readonly home: string;
  readonly survey: string;
  question(questionId: string): string;
}
