/** What a page keeps on the device, so that a reload, a closed lid or an empty battery loses nothing. */
export async function openDatabase(name: string, create: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => create(request.result);
  return done(request);
}

/** What was done here and the server has not answered yet, in its order. */
export class Pending<T> {
  static readonly store = "pending";

  constructor(private readonly database: IDBDatabase, private readonly idOf: (operation: T) => string) {}

  static create(database: IDBDatabase): void {
    database.createObjectStore(Pending.store, { autoIncrement: true });
  }

  async all(): Promise<T[]> {
    return await done(this.objects("readonly").getAll()) as T[];
  }

  async add(operation: T): Promise<void> {
    await done(this.objects("readwrite").add(operation));
  }

  /** Forgets what the server has answered; what was added meanwhile stays. */
  async acknowledge(ids: ReadonlySet<string>): Promise<void> {
    const objects = this.objects("readwrite");
    for (const key of await done(objects.getAllKeys())) {
      const operation = await done(objects.get(key)) as T | undefined;
      if (operation !== undefined && ids.has(this.idOf(operation))) {
        await done(objects.delete(key));
      }
    }
  }

  private objects(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(Pending.store, mode).objectStore(Pending.store);
  }
}

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

// Browsers refuse to keep more than 64 KiB alive, all requests of a page together.
const mostKeptAlive = 30_000;

/** The body of a request that goes on when its page is left, unless it is too large for that. */
export function outliving(body: string): RequestInit {
  return { body, keepalive: body.length < mostKeptAlive };
}
