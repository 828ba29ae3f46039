/** Enough to tell two people of one name apart: the first letter and the domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = Array.from(email.slice(0, Math.max(at, 0)));
  // As many dots for everybody: how long a name is tells something too.
  return `${at > 1 ? first : ''}•••${at < 0 ? '' : email.slice(at)}`;
}
