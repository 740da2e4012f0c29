import { done, openDatabase, Pending } from "./device.js";
import type { Operation } from "./protocol.js";

/** What this device keeps of one board: what was not acknowledged yet, and drafts. */
export class Outbox {
  readonly pending: Pending<Operation>;

  private constructor(private readonly database: IDBDatabase) {
    this.pending = new Pending(database, operation => operation.id);
  }

  /** @param board Address of the board: each has its own. */
  static async open(board: string): Promise<Outbox> {
    return new Outbox(await openDatabase(`seminar-tableau:${board}`, database => {
      database.createObjectStore("drafts");
      Pending.create(database);
    }));
  }

  async draft<T>(name: string): Promise<T | undefined> {
    return await done(this.drafts("readonly").get(name)) as T | undefined;
  }

  async keepDraft(name: string, draft: unknown): Promise<void> {
    await done(this.drafts("readwrite").put(draft, name));
  }

  private drafts(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction("drafts", mode).objectStore("drafts");
  }
}
