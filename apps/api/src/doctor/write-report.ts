import { DOCTOR_WORDS, type DoctorFinding, type DoctorReport, type DoctorState } from '@ieum/api-contract';

const SIGNS: Readonly<Record<DoctorState, string>> = { ok: '+', 'not-configured': '-', warning: '!', failing: 'x' };

/** For a terminal. */
export function writeReport({ findings }: DoctorReport, language: 'en' | 'ko'): string {
  const words = DOCTOR_WORDS[language];
  const write = ({ check, about, state, reasons, figures }: DoctorFinding): string => {
    const name = [words.checks[check], ...(about === null ? [] : [about])].join(' ');
    const facts = figures.map((figure) => `${words.figures[figure.name]} ${figure.value}`).join(', ');
    const head = `${SIGNS[state]} ${name}: ${words.states[state]}${facts && ` (${facts})`}`;
    const advice = reasons.map((reason) => `    ${words.reasons[reason].what}\n    > ${words.reasons[reason].fix}`);
    return [head, ...advice].join('\n');
  };
  return findings.map(write).join('\n');
}
