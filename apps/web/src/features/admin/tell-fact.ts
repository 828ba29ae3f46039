import type { CallFact, CandidateType } from '@ieum/signaling-protocol';
import type { adminCallMessages } from './call-messages';
import type { FigureWords } from './say-figures';

export type CallWords = (typeof adminCallMessages)['en'];

interface Path {
  readonly local: CandidateType;
  readonly remote: CandidateType;
  readonly protocol?: string | null | undefined;
}

/** How the two browsers reach each other. */
export function pathWords({ local, remote, protocol }: Path, m: CallWords): string {
  const path = m.between({ local: m.candidates[local], remote: m.candidates[remote] });
  return protocol ? m.over({ path, protocol: protocol.toUpperCase() }) : path;
}

/** What a browser told, as a sentence. */
export function factWords(fact: CallFact, m: CallWords, say: FigureWords): string {
  switch (fact.type) {
    case 'connected':
      return m.connected({ time: say.time(fact.setUpMs) });
    case 'path':
      return m.chose({ path: pathWords(fact, m) });
    case 'figures':
      return figuresWords(fact, m, say);
    case 'disconnected':
      return fact.failed ? m.failed : m.lost;
    case 'healing':
      return m.mending({ step: m.steps[fact.step], cause: m.causes[fact.cause] });
    case 'healed':
      return m.mended({ step: m.steps[fact.step], time: say.time(fact.afterMs) });
    case 'media-problem':
      return m.media({ device: m.devices[fact.device], problem: m.problems[fact.problem] });
    case 'left':
      return m.left;
  }
}

/** Whether it is what an admin looks for: something did not work. */
export function isTrouble(fact: CallFact): boolean {
  if (fact.type === 'figures') return fact.level === 'poor';
  return fact.type === 'disconnected' || fact.type === 'media-problem';
}

function figuresWords(fact: Extract<CallFact, { type: 'figures' }>, m: CallWords, say: FigureWords): string {
  const { roundTripMs, lossIn, lossOut, jitterMs, bitrateIn, bitrateOut, level } = fact;
  const parts = [
    roundTripMs === undefined ? null : m.figureRoundTrip({ n: say.time(roundTripMs) }),
    lossIn === undefined ? null : m.figureLossIn({ n: say.share(lossIn) }),
    lossOut === undefined ? null : m.figureLossOut({ n: say.share(lossOut) }),
    jitterMs === undefined ? null : m.figureJitter({ n: say.time(jitterMs) }),
    bitrateIn === undefined ? null : m.figureIn({ n: say.rate(bitrateIn) }),
    bitrateOut === undefined ? null : m.figureOut({ n: say.rate(bitrateOut) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? `${m.levels[level]}.` : `${m.levels[level]}: ${parts.join(', ')}.`;
}
