import { Board } from "./board.js";
import { outliving } from "./device.js";
import { newId } from "./ids.js";
import { Outbox } from "./outbox.js";
import type { Answer, BoardEvent, BoardState, Operation } from "./protocol.js";

const firstRetry = 1_000;
const slowestRetry = 15_000;
const batch = 100;

/** Told when something is to be drawn anew, or said. */
export interface Listener {
  changed(): void;
  refused(operation: Operation, answer: Answer): void;
}

/**
 * The board of the server and this device's, kept together over a bad network. Commands are kept first, shown at once, sent
 * until they are answered; events come by the feed; a gap, a restart or a long absence makes the board be read again.
 */
export class Connection {
  isOnline = true;
  isIn = true;
  isKnown = false;
  pending: Operation[] = [];
  private board = new Board();
  private feed: EventSource | undefined;
  private retryIn = firstRetry;
  private sending = false;
  private reading = false;
  private ahead = 0;

  private constructor(private readonly address: string, readonly outbox: Outbox, private readonly listener: Listener) {}

  static async open(address: string, listener: Listener): Promise<Connection> {
    const connection = new Connection(address, await Outbox.open(address), listener);
    connection.pending = await connection.outbox.pending.all();
    const kept = await connection.outbox.draft<BoardState>("board");
    if (kept !== undefined) {
      connection.board = Board.of(kept);
      connection.isKnown = true;
    }

    window.addEventListener("online", () => connection.start());
    window.addEventListener("offline", () => connection.setOnline(false));
    connection.start();
    return connection;
  }

  /** The board with what waits on this device. */
  get view(): Board {
    return this.board.with(this.pending);
  }

  /** The server's clock, in milliseconds. */
  get now(): number {
    return Date.now() + this.ahead;
  }

  async do(kind: string, more: Omit<Operation, "id" | "kind"> = {}): Promise<Operation> {
    const operation: Operation = { id: newId(), kind, at: new Date(this.now).toISOString(), ...more };
    await this.outbox.pending.add(operation);
    this.pending = await this.outbox.pending.all();
    this.listener.changed();
    void this.send();
    return operation;
  }

  /** Tells the facilitator that this group is typing; lost, it does not matter. */
  tellWriting(): void {
    void fetch(`${this.address}/presence`, { method: "POST", headers: { "X-Seminar": "1" } }).catch(() => undefined);
  }

  private start(): void {
    void this.read().then(() => this.send());
  }

  /** Reads the whole board, then follows it. */
  private async read(): Promise<void> {
    if (this.reading) {
      return;
    }

    this.reading = true;
    try {
      const state = await (await this.ask("etat.json")).json() as BoardState;
      this.ahead = Date.parse(state.now) - Date.now();
      this.board = Board.of(state);
      this.isKnown = true;
      await this.outbox.keepDraft("board", state);
      this.follow();
      this.recovered();
    } catch {
      this.later(() => this.start());
    } finally {
      this.reading = false;
      this.listener.changed();
    }
  }

  private follow(): void {
    this.feed?.close();
    const feed = new EventSource(`${this.address}/flux?depuis=${this.board.n}`);
    this.feed = feed;
    feed.onopen = () => {
      this.recovered();
      void this.send();
    };
    feed.onmessage = message => this.told(JSON.parse(message.data as string) as BoardEvent);
    feed.onerror = () => {
      if (feed !== this.feed) {
        return;
      }

      this.setOnline(false);
      // The browser comes back by itself unless it was answered by an error.
      if (feed.readyState === EventSource.CLOSED) {
        this.later(() => this.start());
      }
    };
  }

  private told(event: BoardEvent): void {
    if (!this.board.apply(event)) {
      void this.read();
      return;
    }

    if (this.pending.some(operation => operation.id === event.by)) {
      this.pending = this.pending.filter(operation => operation.id !== event.by);
      void this.outbox.pending.acknowledge(new Set([event.by]));
    }

    if (event.method !== undefined && event.method.clock?.kind === "vote") {
      // One's own dots of an earlier vote are the server's to tell.
      void this.read();
    }

    this.listener.changed();
  }

  /** Sends what waits, in its order. */
  private async send(): Promise<void> {
    if (this.sending) {
      return;
    }

    this.sending = true;
    try {
      while (this.pending.length > 0) {
        const sent = this.pending.slice(0, batch);
        const answers = await (await this.ask("operations", sent)).json() as Answer[];
        await this.outbox.pending.acknowledge(new Set(answers.map(answer => answer.operation)));
        for (const answer of answers) {
          this.answered(sent.find(operation => operation.id === answer.operation)!, answer);
        }

        this.pending = await this.outbox.pending.all();
        this.recovered();
        this.listener.changed();
      }
    } catch {
      this.later(() => void this.send());
    } finally {
      this.sending = false;
      this.listener.changed();
    }
  }

  private answered(operation: Operation, answer: Answer): void {
    if (answer.code !== undefined) {
      this.listener.refused(operation, answer);
    } else if (operation.kind === "vote") {
      // Others are not told of it, so the feed does not bring it back.
      this.board.votes[operation.proposal!] = operation.dots ?? 0;
    } else {
      this.keepShown(operation, answer.n ?? 0);
    }
  }

  /** Until the feed brings it, what was acknowledged stays on the screen. */
  private keepShown(operation: Operation, n: number): void {
    if (n > this.board.n) {
      const shown = this.board.with([operation]);
      this.board.notes = shown.notes;
      this.board.proposals = shown.proposals;
    }
  }

  private async ask(path: string, operations?: readonly Operation[]): Promise<Response> {
    const answer = await fetch(`${this.address}/${path}`, {
      headers: { "X-Seminar": "1", ...(operations === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(operations === undefined ? {} : { method: "POST", ...outliving(JSON.stringify(operations)) }),
      cache: "no-store",
      credentials: "same-origin",
    });
    if (answer.status === 401 || answer.status === 403) {
      this.isIn = false;
      // What the board says is not for whoever holds the device next.
      void this.outbox.keepDraft("board", undefined);
    }

    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }

    this.isIn = true;
    return answer;
  }

  private later(again: () => void): void {
    this.setOnline(false);
    // Not all at once: a whole venue comes back together.
    setTimeout(again, this.retryIn * (0.5 + Math.random()));
    this.retryIn = Math.min(this.retryIn * 2, slowestRetry);
  }

  private recovered(): void {
    this.retryIn = firstRetry;
    this.setOnline(true);
  }

  private setOnline(isOnline: boolean): void {
    if (this.isOnline !== isOnline) {
      this.isOnline = isOnline;
      this.listener.changed();
    }
  }
}
