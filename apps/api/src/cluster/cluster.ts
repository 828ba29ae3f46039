/** What a part of the application does with what other nodes tell it. None of it may throw. */
export interface Listener<Message> {
  receive(message: Message, from: string): void;
  /** A node is gone, or came back after an absence: what it told before holds no more. */
  lost?(nodeId: string): void;
  /** What a node that comes has to be told of this one. */
  snapshot?(): Message[];
  /** Messages of the last so many milliseconds may have been missed: the database knows. */
  missed?(withinMs: number): void;
}

/** One part's line to its likes on other nodes. */
export interface Channel<Message> {
  /** To every other node, in order. Lost while this one is cut off: `snapshot` and `missed` make up for it. */
  tell(message: Message): void;
  /** To one node, in order with everything else. Resolves to whether that node was there to hear it. */
  send(nodeId: string, message: Message): Promise<boolean>;
}

/** `alone`: the only node, by its settings. `cut-off`: the others, if there are any, cannot be reached now. */
export type ClusterState = 'alone' | 'joined' | 'cut-off';

/** The nodes of one installation, as each of them sees the others. */
export abstract class Cluster {
  /** A new one each time that a process starts. */
  abstract readonly nodeId: string;
  abstract get state(): ClusterState;
  /** Calls `listener` each time that `state` changed, for as long as the process lives. */
  abstract onState(listener: () => void): void;
  /** Other nodes that are known to be there. */
  abstract get others(): number;
  /** Opens a channel; one listener a name, before the application starts. */
  abstract open<Message>(name: string, listener: Listener<Message>): Channel<Message>;
}
