import type { ListCard, PushOf, RemovalReason, ResponseOf } from '@ieum/signaling-protocol';

export type ListChange = PushOf<'list:changed'>;
export type ListSnapshot = Pick<ResponseOf<'list:subscribe'>, 'rev' | 'cards'>;

/** Why a card is no longer there; `unknown` when it left while this tab was not listening. */
export type GoneReason = RemovalReason | 'unknown';

/** A place of the list. A card that is gone keeps its place until the list may move. */
export interface ListEntry {
  readonly card: ListCard;
  readonly gone: GoneReason | null;
  /** Arrived while the list was open and was not on screen yet. */
  readonly fresh: boolean;
}

export interface LiveListState {
  /** `stale`: a change was missed, the caller has to subscribe again. */
  readonly phase: 'subscribing' | 'following' | 'stale';
  readonly rev: number;
  /** Oldest first; what arrives is appended, so that nothing moves under a pointer. */
  readonly entries: readonly ListEntry[];
  /** Changes that overtook the snapshot they belong to; bounded, a lost one shows as a gap. */
  readonly early: readonly ListChange[];
}

export type LiveListAction =
  | { readonly type: 'subscribing' }
  | { readonly type: 'snapshot'; readonly snapshot: ListSnapshot }
  | { readonly type: 'changed'; readonly change: ListChange }
  | { readonly type: 'accept-lost'; readonly consultId: string; readonly reason: GoneReason }
  | { readonly type: 'seen'; readonly ids: ReadonlySet<string> }
  | { readonly type: 'collapse' };

/** More than come while one request is under way. */
const EARLY_MAX = 100;
/** The server's word that its numbering begins anew. */
const START_OVER = 0;

export const emptyLiveList: LiveListState = { phase: 'subscribing', rev: -1, entries: [], early: [] };

export function liveListReducer(state: LiveListState, action: LiveListAction): LiveListState {
  switch (action.type) {
    case 'subscribing':
      return { ...state, phase: 'subscribing', early: [] };
    case 'snapshot':
      return applySnapshot(state, action.snapshot);
    case 'changed':
      return applyChange(state, action.change);
    case 'accept-lost':
      return { ...state, entries: markGone(state.entries, new Map([[action.consultId, action.reason]])) };
    case 'seen':
      return state.entries.some((entry) => entry.fresh && action.ids.has(entry.card.id))
        ? { ...state, entries: state.entries.map((entry) => asSeen(entry, action.ids)) }
        : state;
    case 'collapse':
      return state.entries.some(isGone) ? { ...state, entries: state.entries.filter((entry) => !entry.gone) } : state;
  }
}

export const isGone = (entry: ListEntry): boolean => entry.gone !== null;

/** How many requests still wait. */
export const waitingCount = (state: LiveListState): number => state.entries.filter((entry) => !entry.gone).length;

function applySnapshot(state: LiveListState, snapshot: ListSnapshot): LiveListState {
  const present = new Map(snapshot.cards.map((card) => [card.id, card]));
  const kept = state.entries.map((entry): ListEntry => {
    const card = present.get(entry.card.id);
    if (card) return { ...entry, card, gone: null };
    return entry.gone ? entry : { ...entry, gone: 'unknown' };
  });
  const known = new Set(state.entries.map((entry) => entry.card.id));
  const fresh = snapshot.cards.filter((card) => !known.has(card.id)).sort(byAge);
  // What stood there when the list was opened is no news; what came while this tab was not listening is.
  const opened = state.rev >= 0;
  const following: LiveListState = {
    phase: 'following',
    rev: snapshot.rev,
    entries: [...kept, ...fresh.map((card) => ({ card, gone: null, fresh: opened }))],
    early: [],
  };
  return state.early.reduce(applyChange, following);
}

function applyChange(state: LiveListState, change: ListChange): LiveListState {
  if (state.phase === 'subscribing') return { ...state, early: withEarly(state.early, change) };
  if (state.phase === 'stale') return state;
  if (change.rev === START_OVER) return { ...state, phase: 'stale' };
  if (change.rev <= state.rev) return state;
  if (change.rev !== state.rev + 1) return { ...state, phase: 'stale' };
  const gone = new Map<string, GoneReason>(change.removed.map(({ id, reason }) => [id, reason]));
  const added = new Map(change.added.map((card) => [card.id, card]));
  const entries = markGone(state.entries, gone).map((entry) => {
    const card = added.get(entry.card.id);
    if (!card) return entry;
    added.delete(card.id);
    return { ...entry, card, gone: null };
  });
  return { ...state, rev: change.rev, entries: [...entries, ...[...added.values()].sort(byAge).map(asEntry)] };
}

/** What comes with a "start over" does not matter: the list is asked for again. */
function withEarly(early: readonly ListChange[], change: ListChange): readonly ListChange[] {
  if (early[0]?.rev === START_OVER) return early;
  return change.rev === START_OVER ? [change] : [...early, change].slice(-EARLY_MAX);
}

function markGone(entries: readonly ListEntry[], gone: ReadonlyMap<string, GoneReason>): readonly ListEntry[] {
  return entries.map((entry) => {
    const reason = gone.get(entry.card.id);
    return reason && !entry.gone ? { ...entry, gone: reason } : entry;
  });
}

const asEntry = (card: ListCard): ListEntry => ({ card, gone: null, fresh: true });

const asSeen = (entry: ListEntry, ids: ReadonlySet<string>): ListEntry =>
  entry.fresh && ids.has(entry.card.id) ? { ...entry, fresh: false } : entry;

const byAge = (a: ListCard, b: ListCard): number => a.createdAt.localeCompare(b.createdAt);
