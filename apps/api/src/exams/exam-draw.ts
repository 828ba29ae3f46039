import type { ExamPart, QuestionTopic, QuestionType } from '@ieum/api-contract';
import type { Block } from './exam-form';

/** A question that can be asked, at the level of this half. */
export interface Candidate {
  readonly id: string;
  readonly topic: QuestionTopic;
  readonly type: QuestionType;
  /** Whether it asks the learner to introduce themselves. */
  readonly introduces: boolean;
  /** In an earlier exam. */
  readonly met: boolean;
}

export interface DrawnQuestion extends Candidate {
  readonly part: ExamPart;
}

interface Pool {
  /** The first are taken before the others. */
  readonly candidates: readonly Candidate[];
  /** What the learner named. */
  readonly topics: readonly QuestionTopic[];
  /** Of this exam so far. */
  readonly asked: readonly Pick<Candidate, 'id' | 'topic' | 'introduces'>[];
}

/** What comes next to something that cannot be asked at a level: the easier first. */
const NEXT_BEST: readonly QuestionType[] = ['routine', 'describe', 'past', 'compare', 'unexpected', 'role-play'];

/** Draws a question for everything that the blocks ask for; `undefined` when there are too few. */
export function drawQuestions(
  blocks: readonly Block[],
  { candidates, topics, asked }: Pool,
): DrawnQuestion[] | undefined {
  const used = new Set(asked.map(({ id }) => id));
  const left = candidates.filter(({ id }) => !used.has(id));
  const seenTopics = new Set(asked.filter(({ introduces }) => !introduces).map(({ topic }) => topic));
  const isNamed = ({ topic }: Candidate): boolean => topics.includes(topic);
  const drawn: DrawnQuestion[] = [];
  for (const block of blocks) {
    let topic: QuestionTopic | undefined;
    for (const type of block.asks) {
      const pool = poolOf(block, left, isNamed);
      if (!pool.some((each) => each.topic === topic)) topic = topicFor(block, pool, seenTopics);
      const picked = pick(pool, block, type, topic);
      if (!picked) return undefined;
      left.splice(left.indexOf(picked), 1);
      if (!picked.introduces) seenTopics.add(picked.topic);
      drawn.push({ ...picked, part: partOf(block, picked.introduces || isNamed(picked)) });
    }
  }
  return drawn;
}

/** One introduces oneself first and never again; all else is of the topics that were named, or of the others where it surprises. */
function poolOf(
  { part }: Block,
  left: readonly Candidate[],
  isNamed: (each: Candidate) => boolean,
): readonly Candidate[] {
  const introductions = left.filter(({ introduces }) => introduces);
  if (part === 'opening' && introductions.length > 0) return introductions;
  const others = left.filter(({ introduces }) => !introduces);
  const wanted = others.filter((each) => isNamed(each) === (part !== 'surprise'));
  return wanted.length > 0 ? wanted : others;
}

/** Whatever is of a topic that was not named comes as a surprise, and nothing else does. */
function partOf({ part }: Block, named: boolean): ExamPart {
  if (!named) return 'surprise';
  return part === 'surprise' ? 'combo' : part;
}

/** A topic that has what the block asks for, and that did not come yet where there is one. */
function topicFor(
  { asks, keeps }: Block,
  left: readonly Candidate[],
  seen: ReadonlySet<QuestionTopic>,
): QuestionTopic | undefined {
  const rank = (topic: QuestionTopic): number[] => {
    const ofTopic = left.filter((each) => each.topic === topic);
    const enough = Math.min(asks.length, ofTopic.length);
    const isNew = seen.has(topic) ? 0 : 1;
    const exact = exactly(asks, ofTopic);
    const fresh = exactly(
      asks,
      ofTopic.filter(({ met }) => !met),
    );
    return keeps === 'topic' ? [enough, isNew, fresh, exact] : [fresh, exact, isNew, enough];
  };
  const ranked = [...new Set(left.map(({ topic }) => topic))].map((topic) => ({ topic, rank: rank(topic) }));
  ranked.sort((a, b) => compare(b.rank, a.rank));
  return ranked[0]?.topic;
}

/** How many of the asked types there are. */
function exactly(asks: readonly QuestionType[], of: readonly Candidate[]): number {
  return [...new Set(asks)].reduce((sum, type) => {
    const wanted = asks.filter((each) => each === type).length;
    return sum + Math.min(wanted, of.filter((each) => each.type === type).length);
  }, 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function pick(
  left: readonly Candidate[],
  { keeps }: Block,
  type: QuestionType,
  topic: QuestionTopic | undefined,
): Candidate | undefined {
  const order = [type, ...NEXT_BEST.filter((each) => each !== type)];
  const rank = (each: Candidate): number[] => {
    const isTopic = each.topic === topic ? 0 : 1;
    const isType = order.indexOf(each.type);
    return keeps === 'topic' ? [isTopic, isType] : [isType, isTopic];
  };
  return [...left].sort((a, b) => compare(rank(a), rank(b)))[0];
}
