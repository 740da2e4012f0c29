import { done, openDatabase, Pending } from "./device.js";
import type { ArrivalList, Operation } from "./model.js";

/** What this device keeps of the door: the list of the day, and what was not sent yet. */
export class Store {
  readonly pending: Pending<Operation>;

  private constructor(private readonly database: IDBDatabase) {
    this.pending = new Pending(database, operation => operation.operation);
  }

  static async open(): Promise<Store> {
    return new Store(await openDatabase("seminar-accueil", database => {
      database.createObjectStore("list");
      Pending.create(database);
    }));
  }

  async list(): Promise<ArrivalList | null> {
    return (await done(this.objects("readonly").get(0)) as ArrivalList | undefined) ?? null;
  }

  async keep(list: ArrivalList): Promise<void> {
    await done(this.objects("readwrite").put(list, 0));
  }

  /** Forgets the people. What was not sent stays: it is not theirs to lose. */
  async forgetList(): Promise<void> {
    await done(this.objects("readwrite").clear());
  }

  private objects(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction("list", mode).objectStore("list");
  }
}
