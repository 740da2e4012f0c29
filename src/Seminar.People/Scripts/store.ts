import type { ArrivalList, Operation } from "./model.js";

/**
 * What this device keeps, so that a reload, a closed lid or an empty battery loses nothing: the list of the day, and what
 * was not sent yet, in order.
 */
export class Store {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<Store> {
    const request = indexedDB.open("seminar-accueil", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("list");
      request.result.createObjectStore("pending", { autoIncrement: true });
    };
    return new Store(await done(request));
  }

  async list(): Promise<ArrivalList | null> {
    return (await done(this.objects("list", "readonly").get(0)) as ArrivalList | undefined) ?? null;
  }

  async keep(list: ArrivalList): Promise<void> {
    await done(this.objects("list", "readwrite").put(list, 0));
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
      if (operation !== undefined && operations.has(operation.operation)) {
        await done(objects.delete(key));
      }
    }
  }

  /** Forgets the people. What was not sent stays: it is not theirs to lose. */
  async forgetList(): Promise<void> {
    await done(this.objects("list", "readwrite").clear());
  }

  private objects(name: "list" | "pending", mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(name, mode).objectStore(name);
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}
