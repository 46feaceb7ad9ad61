/** A message of JSON-RPC, as a plain object. */
export interface RpcMessage {
  readonly jsonrpc: '2.0';
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: RpcFailure;
}

export interface RpcFailure {
  readonly code: number;
  /** A sentence for the reader where the other side refuses something. */
  readonly message: string;
}

/** What came of a request. A request that was given up has no answer, nor has one whose server is gone. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'failure'; readonly failure: RpcFailure }
  | { readonly kind: 'none' };

/** What tells that an answer is wanted no more. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): unknown;
}

export interface Rpc {
  /** Settles always: with `none` when the request is given up or the connection ends. */
  request<T>(method: string, params: unknown, cancellation?: Cancellation): Promise<Answer<T>>;
  notify(method: string, params: unknown): void;
  /** Takes a message of the other side. */
  receive(message: RpcMessage): void;
  /** Ends every request that is under way. */
  close(): void;
}

export type NotificationListener = (method: string, params: unknown) => void;

/** JSON-RPC over `post`; requests of the other side are answered with nothing, which a server has to bear. */
export function createRpc(
  post: (message: RpcMessage) => void,
  onNotification: NotificationListener,
): Rpc {
  const pending = new Map<number, (answer: Answer<unknown>) => void>();
  let last = 0;
  let closed = false;
  const send = (message: Omit<RpcMessage, 'jsonrpc'>): void => {
    if (!closed) post({ jsonrpc: '2.0', ...message });
  };
  const settle = (id: number, answer: Answer<unknown>): void => {
    const waiting = pending.get(id);
    pending.delete(id);
    waiting?.(answer);
  };
  return {
    request: <T>(method: string, params: unknown, cancellation?: Cancellation) => {
      if (closed || cancellation?.isCancellationRequested) {
        return Promise.resolve<Answer<T>>({ kind: 'none' });
      }
      last += 1;
      const id = last;
      const answered = new Promise<Answer<unknown>>((resolve) => pending.set(id, resolve));
      send({ id, method, params });
      cancellation?.onCancellationRequested(() => {
        if (!pending.has(id)) return;
        send({ method: '$/cancelRequest', params: { id } });
        settle(id, { kind: 'none' });
      });
      // The protocol says by the method which type an answer has.
      return answered as Promise<Answer<T>>;
    },
    notify: (method, params) => send({ method, params }),
    receive: ({ id, method, params, result, error }) => {
      if (method !== undefined) {
        if (id === undefined || id === null) onNotification(method, params);
        else send({ id, result: emptyAnswer(method, params) });
      } else if (typeof id === 'number') {
        settle(id, error ? { kind: 'failure', failure: error } : { kind: 'answer', value: result });
      }
    },
    close: () => {
      closed = true;
      for (const id of [...pending.keys()]) settle(id, { kind: 'none' });
    },
  };
}

/** `workspace/configuration` wants one answer per item. */
function emptyAnswer(method: string, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { readonly items: readonly unknown[] };
  return items.map(() => null);
}
