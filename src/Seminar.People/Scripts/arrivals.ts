import { Camera } from "./camera.js";
import { badgeOf, find, newId, withPending, type Answer, type ArrivalList, type Kind, type Operation, type Person } from "./model.js";
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

  constructor(private readonly store: Store) {}

  async start(): Promise<void> {
    this.list = await this.store.list();
    this.pending = await this.store.pending();
    if (this.list !== null && new Date(this.list.expires) < new Date()) {
      await this.forget();
    }

    field("pointage-recherche").addEventListener("submit", event => {
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
      while (this.pending.length > 0) {
        const answers = await send(this.pending.slice(0, batch));
        this.tellRefusals(answers);
        await this.store.acknowledge(new Set(answers.map(answer => answer.operation)));
        this.pending = await this.store.pending();
      }

      this.list = await fetchList();
      await this.store.keep(this.list);
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
    await this.store.add(operation);
    this.pending = await this.store.pending();
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

    const open = field<HTMLButtonElement>("pointage-camera");
    const frame = field("pointage-viseur");
    const camera = new Camera(field<HTMLVideoElement>("pointage-video"), text => this.scanned(text));
    open.hidden = false;
    open.addEventListener("click", () => {
      frame.hidden = false;
      camera.open().catch(() => {
        frame.hidden = true;
        announce("L’appareil photo ne s’ouvre pas. Cherchez par le numéro du badge.", true);
      });
    });
    field("pointage-fermer").addEventListener("click", () => {
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
      field("pointage-liste").replaceChildren(...find(people, query().value).map(person => this.line(person)));
    }
  }

  private showState(text: string): void {
    const state = field("pointage-etat");
    if (state.textContent !== text) {
      state.textContent = text;
    }

    state.classList.toggle("door-offline", !this.isOnline);
  }

  private line(person: Person): HTMLLIElement {
    const line = document.createElement("li");
    const text = document.createElement("div");
    text.append(mark(person.family), " ", element("strong", person.name));
    text.append(element("p", [person.number === 0 ? "sans badge" : `badge ${person.number}`, person.organisation].filter(Boolean).join(", "), "aside"));
    text.append(element("p", [person.workshop ?? "sans atelier", person.room, person.group === null ? null : `groupe ${person.group}`].filter(Boolean).join(", ")));
    const here = person.arrivedAt !== null && person.leftAt === null;
    if (person.arrivedAt !== null) {
      const waits = this.pending.some(operation => operation.person === person.id);
      const time = new Date(person.leftAt ?? person.arrivedAt).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" });
      text.append(element("p", `${here ? "arrivé" : "parti"} à ${time}${waits ? ", en attente d’envoi" : ""}`, here ? "state state-ok" : "state state-off"));
    }

    const buttons = element("div", "", "buttons");
    if (here) {
      buttons.append(this.button("Départ", person, "left"), this.button("Annuler l’arrivée", person, "undone"));
    } else {
      buttons.append(this.button("Accueillir", person, "arrived"));
    }

    line.append(text, buttons);
    return line;
  }

  private button(words: string, person: Person, kind: Kind): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = kind === "arrived" ? "button" : "button button-secondary";
    button.textContent = words;
    button.setAttribute("aria-label", `${words}\u00A0: ${person.name}`);
    button.addEventListener("click", () => {
      announce(`${person.name}\u00A0: ${kind === "arrived" ? "accueilli" : kind === "left" ? "départ noté" : "arrivée annulée"}.`);
      void this.record(kind, person.id).then(() => query().focus());
    });
    return button;
  }
}

function mark(family: string): HTMLElement {
  const [letters, name] = family === "mission-locale" ? ["ML", "Mission Locale"] : family === "partenaire" ? ["P", "Partenaire"] : ["J", "Jeune"];
  const badge = element("span", "", "family");
  const sign = element("span", letters, `badge badge-${letters.toLowerCase()}`);
  sign.setAttribute("aria-hidden", "true");
  badge.append(sign, name);
  return badge;
}

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function count(operations: number): string {
  return operations === 1 ? "1 pointage gardé" : `${operations} pointages gardés`;
}

function field<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

function query(): HTMLInputElement {
  return field<HTMLInputElement>("pointage-q");
}

function walkInForm(): HTMLFormElement {
  return field("pointage-nouveau").closest("form")!;
}

/** Said by screen readers; an alert is also shown. */
function announce(text: string, isAlert = false): void {
  const place = field("pointage-annonce");
  place.textContent = text;
  place.classList.toggle("visually-hidden", !isAlert);
}

void keepForOffline().catch(() => undefined);
await new Door(await Store.open()).start();
