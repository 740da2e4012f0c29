import type { Operation } from "./protocol.js";

/** What this device keeps of one board, so that a reload, a closed lid or an empty battery loses nothing: what was not acknowledged yet, in order, and drafts. */
export class Outbox {
  private constructor(private readonly database: IDBDatabase) {}

  /** @param board Address of the board: each has its own. */
  static async open(board: string): Promise<Outbox> {
    const request = indexedDB.open(`seminar-tableau:${board}`, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("pending", { autoIncrement: true });
      request.result.createObjectStore("drafts");
    };
    return new Outbox(await done(request));
  }

  async pending(): Promise<Operation[]> {
    return await done(this.objects("pending", "readonly").getAll()) as Operation[];
  }

  async add(operation: Operation): Promise<void> {
    await done(this.objects("pending", "readwrite").add(operation));
  }

  /** Forgets what the server has answered; what was added meanwhile stays. */
  async acknowledge(operations: ReadonlySet<string>): Promise<void> {
    const objects = this.objects("pending", "readwrite");
    const keys = await done(objects.getAllKeys());
    for (const key of keys) {
      const operation = await done(objects.get(key)) as Operation | undefined;
      if (operation !== undefined && operations.has(operation.id)) {
        await done(objects.delete(key));
      }
    }
  }

  async draft<T>(name: string): Promise<T | undefined> {
    return await done(this.objects("drafts", "readonly").get(name)) as T | undefined;
  }

  async keepDraft(name: string, draft: unknown): Promise<void> {
    await done(this.objects("drafts", "readwrite").put(draft, name));
  }

  private objects(name: "pending" | "drafts", mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(name, mode).objectStore(name);
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}
