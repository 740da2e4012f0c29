import { Camera, decoder } from "./camera.js";
import { byId, h, KeyedList } from "./dom.js";
import { newId } from "./ids.js";
import { badgeOf, find, withPending, type Answer, type ArrivalList, type Kind, type Operation, type Person } from "./model.js";
import { keepForOffline } from "./offline.js";
import { fetchList, send, SignedOut } from "./server.js";
import { Store } from "./store.js";

/**
 * The door, with or without the network. What is done here is kept on the device first, shown at once, and sent when it can
 * be; the server takes each operation once, whatever is sent twice.
 */
const refreshEvery = 15_000;
const slowestRetry = 30_000;
const batch = 200;

class Door {
  private list: ArrivalList | null = null;
  private pending: Operation[] = [];
  private isOnline = navigator.onLine;
  private retryIn = 1_000;
  private sending = false;
  private lines: KeyedList | null = null;

  constructor(private readonly store: Store) {}

  async start(): Promise<void> {
    this.list = await this.store.list();
    this.pending = await this.store.pending.all();
    if (this.list !== null && new Date(this.list.expires) < new Date()) {
      await this.forget();
    }

    byId("pointage-recherche").addEventListener("submit", event => {
      event.preventDefault();
      this.welcomeTheOnlyOne();
    });
    query().addEventListener("input", () => this.show());
    walkInForm().addEventListener("submit", event => {
      event.preventDefault();
      void this.welcomeWalkIn();
    });
    window.addEventListener("online", () => void this.exchange());
    window.addEventListener("offline", () => this.setOnline(false));
    this.prepareCamera();
    this.show();
    await this.exchange();
    setInterval(() => void this.exchange(), refreshEvery);
  }

  /** Sends what waits, then asks for what the other devices did. */
  private async exchange(): Promise<void> {
    if (this.sending) {
      return;
    }

    this.sending = true;
    try {
      do {
        await this.sendPending();
        this.list = await fetchList();
        await this.store.keep(this.list);
        // What was done while the list came must not wait for the next round.
      } while (this.pending.length > 0);

      this.retryIn = 1_000;
      this.setOnline(true);
    } catch (error) {
      if (error instanceof SignedOut) {
        await this.forget();
        this.showState("Vous n’êtes plus entré. " + (this.pending.length === 0 ? "Rien n’est perdu." : `${count(this.pending.length)} sur cet appareil\u00A0: entrez de nouveau pour les envoyer.`));
        return;
      }

      this.setOnline(false);
      setTimeout(() => void this.exchange(), this.retryIn);
      this.retryIn = Math.min(this.retryIn * 2, slowestRetry);
    } finally {
      this.sending = false;
      this.show();
    }
  }

  private async sendPending(): Promise<void> {
    while (this.pending.length > 0) {
      const answers = await send(this.pending.slice(0, batch));
      this.tellRefusals(answers);
      await this.store.pending.acknowledge(new Set(answers.map(answer => answer.operation)));
      this.pending = await this.store.pending.all();
    }
  }

  private tellRefusals(answers: readonly Answer[]): void {
    const refused = answers.filter(answer => answer.refusal !== null);
    if (refused.length === 0) {
      return;
    }

    const people = this.people();
    const named = refused.map(answer => {
      const person = this.pending.find(operation => operation.operation === answer.operation)?.person;
      return `${people.find(each => each.id === person)?.name ?? "Une personne"}\u00A0: ${answer.refusal}`;
    });
    announce(`N’a pas été noté\u00A0: ${named.join(" ")}`, true);
  }

  private async record(kind: Kind, person: string, more: Partial<Operation> = {}): Promise<void> {
    const operation: Operation = { operation: newId(), kind, person, at: new Date().toISOString(), ...more };
    await this.store.pending.add(operation);
    this.pending = await this.store.pending.all();
    this.show();
    void this.exchange();
  }

  private welcomeTheOnlyOne(): void {
    const found = find(this.people(), query().value);
    const only = found[0];
    if (found.length === 1 && only !== undefined && (only.arrivedAt === null || only.leftAt !== null)) {
      announce(`${only.name} est accueilli.`);
      void this.record("arrived", only.id);
    } else {
      this.show();
    }
  }

  private async welcomeWalkIn(): Promise<void> {
    const form = walkInForm();
    const value = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value.trim();
    const youth = value("famille") === "jeune";
    if (!youth && value("nom") === "") {
      announce("Donnez un nom.");
      (form.elements.namedItem("nom") as HTMLInputElement).focus();
      return;
    }

    const name = [value("prenom"), youth ? "" : value("nom")].filter(Boolean).join(" ");
    await this.record("walk-in", newId(), {
      firstName: value("prenom"), lastName: youth ? "" : value("nom"), family: value("famille"), organisation: value("organisation"), workshop: value("atelier"),
    });
    form.reset();
    query().value = name;
    announce(`${name} est inscrit et accueilli.`);
    this.show();
    query().focus();
  }

  private prepareCamera(): void {
    if (navigator.mediaDevices === undefined) {
      return;
    }

    const open = byId<HTMLButtonElement>("pointage-camera");
    const frame = byId("pointage-viseur");
    const camera = new Camera(byId<HTMLVideoElement>("pointage-video"), text => this.scanned(text));
    open.hidden = false;
    open.addEventListener("click", () => {
      frame.hidden = false;
      camera.open().catch(() => {
        frame.hidden = true;
        announce("L’appareil photo ne s’ouvre pas. Cherchez par le numéro du badge.", true);
      });
    });
    byId("pointage-fermer").addEventListener("click", () => {
      camera.close();
      frame.hidden = true;
      query().focus();
    });
  }

  private scanned(text: string): void {
    const number = badgeOf(text);
    if (number === null) {
      announce("Ce code n’est pas celui d’un badge.", true);
      return;
    }

    query().value = `${number}`;
    const person = this.people().find(each => each.number === number);
    if (person === undefined) {
      announce(`Le badge ${number} n’est pas sur la liste.`, true);
    } else if (person.arrivedAt !== null && person.leftAt === null) {
      announce(`${person.name} est déjà là.`);
    } else {
      announce(`${person.name} est accueilli.`);
      void this.record("arrived", person.id);
    }

    this.show();
  }

  /** The people of the day are not kept longer than the day, nor by someone who left. */
  private async forget(): Promise<void> {
    await this.store.forgetList();
    this.list = null;
  }

  private setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.show();
  }

  private people(): Person[] {
    return this.list === null ? [] : withPending(this.list, this.pending);
  }

  private show(): void {
    const people = this.people();
    const present = people.filter(person => person.arrivedAt !== null && person.leftAt === null).length;
    if (this.list !== null) {
      const waiting = this.pending.length === 0 ? "Tout est enregistré." : `${count(this.pending.length)} sur cet appareil, en attente d’envoi.`;
      this.showState(`${present} présents sur ${people.length} personnes attendues. ${this.isOnline ? waiting : `Hors connexion\u00A0: continuez. ${waiting}`}`);
      this.lines ??= new KeyedList(byId("pointage-liste"));
      this.lines.show(find(people, query().value), person => person.id, person => this.line(person), person => [person, this.waits(person)]);
    }
  }

  private showState(text: string): void {
    const state = byId("pointage-etat");
    if (state.textContent !== text) {
      state.textContent = text;
    }

    state.classList.toggle("door-offline", !this.isOnline);
  }

  private line(person: Person): HTMLElement {
    const here = person.arrivedAt !== null && person.leftAt === null;
    const badge = person.number === 0 ? "sans badge" : `badge ${person.number}`;
    return h("li", {},
      h("div", {},
        mark(person.family), " ", h("strong", {}, person.name),
        h("p", { class: "aside" }, [badge, person.organisation].filter(Boolean).join(", ")),
        h("p", {}, [person.workshop ?? "sans atelier", person.room, person.group === null ? null : `groupe ${person.group}`].filter(Boolean).join(", ")),
        person.arrivedAt !== null && h("p", { class: here ? "state state-ok" : "state state-off" }, this.since(person, here))),
      here
        ? h("div", { class: "buttons" }, this.button("Départ", person, "left"), this.button("Annuler l’arrivée", person, "undone"))
        : h("div", { class: "buttons" }, this.button("Accueillir", person, "arrived")));
  }

  private since(person: Person, here: boolean): string {
    const time = new Date(person.leftAt ?? person.arrivedAt!).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
    return `${here ? "arrivé" : "parti"} à ${time}${this.waits(person) ? ", en attente d’envoi" : ""}`;
  }

  private waits(person: Person): boolean {
    return this.pending.some(operation => operation.person === person.id);
  }

  private button(words: string, person: Person, kind: Kind): HTMLElement {
    return h("button", {
      type: "button", class: kind === "arrived" ? "button" : "button button-secondary", "aria-label": `${words}\u00A0: ${person.name}`,
      onclick: () => {
        announce(`${person.name}\u00A0: ${kind === "arrived" ? "accueilli" : kind === "left" ? "départ noté" : "arrivée annulée"}.`);
        void this.record(kind, person.id).then(() => query().focus());
      },
    }, words);
  }
}

function mark(family: string): HTMLElement {
  const [letters, name] = family === "mission-locale" ? ["ML", "Mission Locale"] : family === "partenaire" ? ["P", "Partenaire"] : ["J", "Jeune"];
  return h("span", { class: "family" }, h("span", { class: `badge badge-${letters.toLowerCase()}`, "aria-hidden": "true" }, letters), name);
}

function count(operations: number): string {
  return operations === 1 ? "1 pointage gardé" : `${operations} pointages gardés`;
}

function query(): HTMLInputElement {
  return byId<HTMLInputElement>("pointage-q");
}

function walkInForm(): HTMLFormElement {
  return byId("pointage-nouveau").closest("form")!;
}

/** Said by screen readers; an alert is also shown. */
function announce(text: string, isAlert = false): void {
  const place = byId("pointage-annonce");
  place.textContent = text;
  place.classList.toggle("visually-hidden", !isAlert);
}

void keepForOffline("/accueil", decoder, decoder.replace("decode", "index")).catch(() => undefined);
await new Door(await Store.open()).start();
