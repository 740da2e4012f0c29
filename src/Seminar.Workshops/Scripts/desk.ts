import { announce } from "./announce.js";
import type { Board } from "./board.js";
import { clockText } from "./clock.js";
import { Connection } from "./connection.js";
import { byId, count, h, KeyedList, show, write } from "./dom.js";
import { draggable } from "./drag.js";
import { newId } from "./ids.js";
import type { Answer, GroupPresence, Heading, Note, Operation, Phase, Proposal } from "./protocol.js";

const columns = ["success", "strength", "brake", "obstacle"];
const kinds: Record<string, string> = { welcome: "Accueil", write: "Écriture", gather: "Regroupement", propose: "Propositions", vote: "Vote", restitution: "Restitution" };
const lookEvery = 4_000;
const stuckAfter = 5 * 60_000;

/** The facilitator's desk: all groups at a glance, the clock, moderation, gathering. */
class DeskPage {
  private connection!: Connection;
  private columns = new Map<string, KeyedList>();
  private loose = new Map<string, KeyedList>();
  private groups = new KeyedList(byId("poste-groupes"));
  private pending = new KeyedList(byId("poste-attente"));
  private proposals = new KeyedList(byId("poste-propositions"));
  private presence: GroupPresence[] = [];
  private noteCounts = new Map<number, number>();
  private lastNote = new Map<number, number>();
  private chosen = new Set<string>();
  private undoable: Operation[] = [];

  async start(): Promise<void> {
    for (const column of columns) {
      this.columns.set(column, new KeyedList(byId(`titres-${column}`)));
      this.loose.set(column, new KeyedList(byId(`libres-${column}`)));
    }

    this.connection = await Connection.open(byId("tableau").dataset["address"]!, {
      changed: () => this.show(),
      refused: (operation, answer) => this.refused(operation, answer),
    });
    this.prepareClock();
    this.prepareGathering();
    setInterval(() => void this.look(), lookEvery);
    setInterval(() => this.showTime(), 1_000);
    await this.look();
    this.show();
  }

  private prepareClock(): void {
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-minutes]")) {
      button.addEventListener("click", () => void this.do("phase.extend", { minutes: Number(button.dataset["minutes"]) }));
    }

    byId<HTMLFormElement>("poste-options").addEventListener("submit", event => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      void this.do("options.choose", { options: {
        hidesOthers: form.get("cache") !== null, moderates: form.get("modere") !== null,
        votesBy: form.get("vote") as string, voteBudget: Number(form.get("points")),
      } });
      announce("Les réglages sont enregistrés.");
    });
    byId<HTMLFormElement>("poste-methode").addEventListener("submit", event => {
      event.preventDefault();
      const phases = [...byId("poste-methode-liste").children].map(row => {
        const value = (name: string): string => row.querySelector<HTMLInputElement>(`[name=${name}]`)!.value;
        return { id: (row as HTMLElement).dataset["phase"]!, kind: value("genre"), title: value("titre"), instruction: value("consigne"), minutes: Number(value("minutes")) };
      });
      void this.do("method.arrange", { phases });
      announce("Le déroulé est enregistré.");
    });
    byId("poste-methode-ajouter").addEventListener("click", () =>
      byId("poste-methode-liste").append(this.phaseRow({ id: newId(), kind: "write", title: "", instruction: "", minutes: 10 })));
  }

  private prepareGathering(): void {
    byId("poste-ranger").addEventListener("click", () => {
      const heading = byId<HTMLSelectElement>("poste-vers").value;
      this.gather([...this.chosen], heading === "" ? undefined : heading);
    });
    byId("poste-meme").addEventListener("click", () => {
      const [first, ...others] = [...this.chosen];
      if (first !== undefined && others.length > 0) {
        void this.do("note.merge", { into: first, notes: others });
        this.choose([]);
      }
    });
    byId("poste-annuler").addEventListener("click", () => {
      const last = this.undoable.pop();
      if (last !== undefined) {
        void this.connection.do("undo", { target: last.id });
      }
    });
    byId("poste-semblables").addEventListener("click", () => void this.suggest());
    byId<HTMLFormElement>("poste-axe").addEventListener("submit", event => {
      event.preventDefault();
      const title = byId<HTMLInputElement>("axe-titre");
      void this.do("axis.add", { axis: newId(), title: title.value });
      title.value = "";
    });
    for (const column of columns) {
      byId<HTMLFormElement>(`nouveau-${column}`).addEventListener("submit", event => {
        event.preventDefault();
        const title = (event.target as HTMLFormElement).elements.namedItem("titre") as HTMLInputElement;
        void this.do("heading.add", { heading: newId(), column, title: title.value });
        title.value = "";
      });
    }
  }

  private async do(kind: string, more: Partial<Operation>): Promise<void> {
    this.undoable.push(await this.connection.do(kind, more));
    this.show();
  }

  private gather(notes: string[], heading: string | undefined, into?: string): void {
    if (notes.length > 0) {
      void this.do("note.gather", { notes, ...(heading === undefined ? {} : { heading }), ...(into === undefined ? {} : { into }) });
      announce(`${count(notes.length, "note rangée", "notes rangées")}.`);
      this.choose([]);
    }
  }

  private choose(notes: string[]): void {
    this.chosen = new Set(notes);
    this.show();
  }

  private refused(operation: Operation, answer: Answer): void {
    this.undoable = this.undoable.filter(each => each.id !== operation.id);
    write(byId("tableau-alerte"), answer.message ?? "Cela n’a pas pu être fait.");
    show(byId("tableau-alerte"), true);
  }

  private async look(): Promise<void> {
    try {
      const answer = await fetch(`${byId("tableau").dataset["address"]!}/presence.json`, { cache: "no-store" });
      this.presence = answer.ok ? await answer.json() as GroupPresence[] : this.presence;
      this.showGroups(this.connection.view);
    } catch {
      // The state line tells that the network is away.
    }
  }

  private async suggest(): Promise<void> {
    const answer = await fetch(`${byId("tableau").dataset["address"]!}/ressemblances.json`, { cache: "no-store" });
    const pairs = answer.ok ? await answer.json() as { first: string; second: string }[] : [];
    const board = this.connection.view;
    const place = byId("poste-suggestions");
    place.replaceChildren(...pairs.map(pair => {
      const [first, second] = [board.notes.get(pair.first), board.notes.get(pair.second)];
      const item = h("li", {}, h("p", {}, `«\u00A0${first?.text ?? ""}\u00A0» et «\u00A0${second?.text ?? ""}\u00A0»`),
        h("div", { class: "buttons" },
          h("button", { type: "button", class: "button button-secondary", onclick: () => {
            void this.do("note.merge", { into: pair.first, notes: [pair.second] });
            item.remove();
          } }, "C’est la même"),
          h("button", { type: "button", class: "button button-secondary", onclick: () => this.choose([pair.first, pair.second]) }, "Les choisir")));
      return item;
    }));
    write(byId("tableau-annonce"), pairs.length === 0 ? "Aucune note ne se ressemble." : `${count(pairs.length, "paire")} de notes se ressemblent.`);
    show(byId("poste-aucune"), pairs.length === 0);
  }

  private show(): void {
    const board = this.connection.view;
    const waiting = this.connection.pending.length;
    write(byId("tableau-etat"), !this.connection.isIn ? "Vous n’êtes plus entré."
      : this.connection.isOnline ? (waiting === 0 ? "Tout est enregistré." : `${count(waiting, "geste")} en attente d’envoi.`) : "Hors connexion\u00A0: continuez, rien n’est perdu.");
    byId("tableau-etat").classList.toggle("door-offline", !this.connection.isOnline || !this.connection.isIn);
    this.showMethod(board);
    this.showGroups(board);
    this.showPending(board);
    for (const column of columns) {
      this.showColumn(board, column);
    }

    this.showChoice(board);
    this.showProposals(board);
    this.showTime();
    show(byId("poste-annuler"), this.undoable.length > 0);
  }

  private showMethod(board: Board): void {
    const clock = board.method.clock;
    const place = byId("poste-etapes");
    const look = JSON.stringify([board.method.phases, clock?.phase, clock?.startedAt]);
    if (place.dataset["look"] === look) {
      return;
    }

    place.dataset["look"] = look;
    place.replaceChildren(...board.method.phases.map(phase => h("li", {}, h("button", {
      type: "button", class: "button button-secondary", "aria-current": phase.id === clock?.phase ? "step" : undefined, disabled: board.me.mayLead !== true,
      onclick: () => void this.do("phase.start", { phase: phase.id }),
    }, `${phase.title} (${phase.minutes}\u00A0min)`))));
    byId("poste-methode-liste").replaceChildren(...board.method.phases.map(phase => this.phaseRow(phase)));
    const options = byId<HTMLFormElement>("poste-options").elements;
    (options.namedItem("cache") as HTMLInputElement).checked = board.method.options.hidesOthers === true;
    (options.namedItem("modere") as HTMLInputElement).checked = board.method.options.moderates === true;
    (options.namedItem("vote") as HTMLSelectElement).value = board.method.options.votesBy;
    (options.namedItem("points") as HTMLInputElement).value = `${board.method.options.voteBudget}`;
  }

  private phaseRow(phase: Phase): HTMLElement {
    const field = (name: string, label: string, value: string, type = "text"): HTMLElement => {
      const id = `${name}-${phase.id}`;
      return h("div", {}, h("label", { for: id }, label), h("input", { id, name, value, type, ...(type === "number" ? { min: "1", max: "240" } : {}) }));
    };
    const id = `genre-${phase.id}`;
    const row = h("li", { class: "columns", "data-phase": phase.id },
      field("titre", "Titre", phase.title),
      h("div", {}, h("label", { for: id }, "Genre"), h("select", { id, name: "genre" }, ...Object.entries(kinds).map(([value, name]) => h("option", { value, selected: value === phase.kind }, name)))),
      field("minutes", "Minutes", `${phase.minutes}`, "number"), field("consigne", "Consigne", phase.instruction),
      h("div", { class: "buttons" },
        h("button", { type: "button", class: "link-button", "aria-label": `Monter ${phase.title}`, onclick: () => row.previousElementSibling?.before(row) }, "Monter"),
        h("button", { type: "button", class: "link-button", "aria-label": `Retirer ${phase.title}`, onclick: () => row.remove() }, "Retirer")));
    return row;
  }

  private showTime(): void {
    const board = this.connection.view;
    const clock = board.method.clock;
    const left = clock === undefined ? 0 : Date.parse(clock.endsAt) - this.connection.now;
    write(byId("tableau-temps"), clock === undefined ? "L’atelier n’a pas commencé." : left >= 0 ? `${board.phase?.title ?? ""}\u00A0: encore ${clockText(left)}` : `${board.phase?.title ?? ""}\u00A0: dépassé de ${clockText(left)}`);
  }

  private showGroups(board: Board): void {
    const own = new Map<number, number>();
    for (const note of board.notes.values()) {
      if (note.group !== undefined) {
        own.set(note.group, (own.get(note.group) ?? 0) + 1);
      }
    }

    for (const [group, notes] of own) {
      if (this.noteCounts.get(group) !== notes) {
        this.noteCounts.set(group, notes);
        this.lastNote.set(group, Date.now());
      }
    }

    const numbers = [...new Set([...own.keys(), ...this.presence.map(each => each.group), ...board.calls.map(call => call.group)])].sort((a, b) => a - b);
    write(byId("poste-groupes-resume"), `${count(numbers.length, "groupe")}, ${count(board.calls.length, "appel")}, ${board.kind === "vote" ? `${board.voters} ont voté.` : `${count(board.notes.size, "note")}.`}`);
    this.groups.show(numbers.map(number => ({
      number, notes: own.get(number) ?? 0, calls: board.calls.some(call => call.group === number),
      ...(this.presence.find(each => each.group === number) ?? { devices: 0, writes: false }),
    })), group => `${group.number}`, group => {
      const quiet = board.kind === "write" && Date.now() - (this.lastNote.get(group.number) ?? 0) > stuckAfter;
      return h("li", { class: group.calls ? "desk-group-calls" : undefined },
        h("p", {}, h("strong", {}, `Groupe ${group.number}`)),
        h("p", {}, count(group.notes, "note")),
        h("p", { class: "aside" }, group.devices ? (group.writes ? "en train d’écrire" : quiet ? "n’écrit plus depuis cinq minutes" : count(group.devices, "appareil")) : "pas connecté"),
        group.calls && h("button", { type: "button", class: "button", "aria-label": `J’y vais\u00A0: groupe ${group.number}`, onclick: () => void this.do("help.answer", { group: group.number }) }, "J’y vais"));
    }, group => [group, board.kind, Date.now() - (this.lastNote.get(group.number) ?? 0) > stuckAfter]);
  }

  private showPending(board: Board): void {
    const waiting = [...board.notes.values()].filter(note => note.pending);
    show(byId("poste-moderation"), waiting.length > 0);
    this.pending.show(waiting, note => note.id, note => h("li", {}, h("p", { class: "note-text" }, note.text ?? ""), h("p", { class: "aside" }, `groupe ${note.group ?? ""}`),
      h("div", { class: "buttons" },
        h("button", { type: "button", class: "button", onclick: () => void this.do("note.approve", { note: note.id }) }, "Montrer"),
        h("button", { type: "button", class: "button button-secondary", onclick: () => void this.do("note.delete", { note: note.id }) }, "Retirer"))), note => note.text);
  }

  private showColumn(board: Board, column: string): void {
    this.loose.get(column)!.show(board.notesOf(column), note => note.id, note => this.note(board, note), note => this.stampOf(board, note));
    const headings = board.headingsOf(column);
    this.columns.get(column)!.show(headings, heading => heading.id, heading => this.heading(board, heading, headings), heading =>
      [heading, headings.map(each => each.id), board.notesOf(column, heading.id).map(note => this.stampOf(board, note))]);
    write(byId(`nombre-${column}`), `${[...board.notes.values()].filter(note => note.column === column && note.mergedInto === undefined).length}`);
  }

  private stampOf(board: Board, note: Note): unknown[] {
    return [note.id, note.text, note.version, note.pending, this.chosen.has(note.id), board.sameAs(note.id).map(same => same.text)];
  }

  private heading(board: Board, heading: Heading, all: readonly Heading[]): HTMLElement {
    const notes = h("ul", { class: "notes live-notes" }, ...board.notesOf(heading.column, heading.id).map(note => this.note(board, note)));
    const title = h("input", { value: heading.title, "aria-label": "Titre du sous-thème", maxlength: "300" }) as HTMLInputElement;
    const intro = h("textarea", { rows: "2", "aria-label": "Phrase d’introduction", maxlength: "2000" }) as HTMLTextAreaElement;
    intro.value = heading.intro ?? "";
    const place = all.findIndex(each => each.id === heading.id);
    const move = (step: number): void => {
      const order = all.map(each => each.id);
      order.splice(place, 1);
      order.splice(place + step, 0, heading.id);
      void this.do("heading.order", { column: heading.column, headings: order });
    };
    return h("li", { class: "heading", "data-drop": heading.id }, h("h4", {}, heading.title), heading.intro === undefined ? null : h("p", {}, heading.intro), notes,
      h("details", { class: "disclosure" }, h("summary", {}, "Changer", h("span", { class: "visually-hidden" }, ` le sous-thème ${heading.title}`)),
        h("form", { class: "form", onsubmit: (event: Event) => {
          event.preventDefault();
          void this.do("heading.edit", { heading: heading.id, title: title.value, intro: intro.value, base: heading.version ?? 0 });
        } }, title, intro, h("div", { class: "buttons" },
          h("button", { class: "button button-secondary" }, "Enregistrer"),
          h("button", { type: "button", class: "link-button", disabled: place === 0, onclick: () => move(-1) }, "Monter"),
          h("button", { type: "button", class: "link-button", disabled: place === all.length - 1, onclick: () => move(1) }, "Descendre"),
          h("button", { type: "button", class: "link-button", onclick: () => void this.do("heading.delete", { heading: heading.id }) }, "Retirer le titre")))));
  }

  private note(board: Board, note: Note): HTMLElement {
    const box = h("input", { type: "checkbox", id: `choix-${note.id}`, checked: this.chosen.has(note.id), onchange: () => {
      this.chosen.delete(note.id);
      if (box.checked) {
        this.chosen.add(note.id);
      }

      this.showChoice(this.connection.view);
    } }) as HTMLInputElement;
    const same = board.sameAs(note.id);
    const item = h("li", { "data-note": note.id },
      h("div", { class: "note-pick" }, box, h("label", { for: `choix-${note.id}`, class: "note-text" }, note.text ?? ""), this.grip(note)),
      h("p", { class: "aside" }, [note.group === undefined ? "équipe" : `groupe ${note.group}`, note.pending ? "attend d’être montrée" : ""].filter(Boolean).join(", ")),
      same.length > 0 && h("ul", { class: "aside" }, ...same.map(other => h("li", {}, other.text ?? "", " ", h("button", {
        type: "button", class: "link-button", "aria-label": `Séparer\u00A0: ${other.text ?? ""}`, onclick: () => void this.do("note.split", { note: other.id }),
      }, "Séparer")))));
    return item;
  }

  private grip(note: Note): HTMLElement {
    // The keyboard has the check box and « Ranger »: this is a comfort for mouse and touch.
    const grip = h("span", { class: "grip", "aria-hidden": "true" }, "⠿");
    draggable(grip, () => grip.closest<HTMLElement>("li")!, (heading, before) => this.gather([note.id], heading, before));
    return grip;
  }

  private showChoice(board: Board): void {
    for (const id of this.chosen) {
      if (!board.notes.has(id)) {
        this.chosen.delete(id);
      }
    }

    write(byId("poste-choisies"), this.chosen.size === 0 ? "Choisissez des notes pour les ranger." : `${count(this.chosen.size, "note choisie", "notes choisies")}.`);
    byId<HTMLButtonElement>("poste-ranger").disabled = this.chosen.size === 0;
    byId<HTMLButtonElement>("poste-meme").disabled = this.chosen.size < 2;
    const select = byId<HTMLSelectElement>("poste-vers");
    const look = JSON.stringify([...board.headings.values()].map(heading => [heading.id, heading.title]));
    if (select.dataset["look"] !== look) {
      const chosen = select.value;
      select.dataset["look"] = look;
      select.replaceChildren(h("option", { value: "" }, "sans sous-thème"), ...columns.flatMap(column => board.headingsOf(column)).map(heading => h("option", { value: heading.id }, heading.title)));
      select.value = chosen;
    }
  }

  private showProposals(board: Board): void {
    const axes = [...board.axes.values()];
    this.proposals.show([...board.proposals.values()], each => each.id, each => this.proposal(each, axes), each => [each, axes, board.results?.[each.id]]);
  }

  private proposal(proposal: Proposal, axes: readonly { id: string; title: string }[]): HTMLElement {
    const select = h("select", { "aria-label": `Axe de\u00A0: ${proposal.text.slice(0, 60)}`, onchange: () =>
      void this.do("proposal.arrange", { proposal: proposal.id, ...(select.value === "" ? {} : { axis: select.value }) }) },
      h("option", { value: "" }, "sans axe"), ...axes.map(axis => h("option", { value: axis.id, selected: axis.id === proposal.axis }, axis.title))) as HTMLSelectElement;
    const dots = this.connection.view.results?.[proposal.id];
    return h("li", { class: "ballot" }, h("p", { class: "note-text" }, dots === undefined ? null : h("strong", {}, `${count(dots, "point")} `), proposal.text),
      h("div", { class: "buttons" }, select, h("button", {
        type: "button", class: "link-button", "aria-label": `Supprimer\u00A0: ${proposal.text.slice(0, 60)}`, onclick: () => void this.do("proposal.delete", { proposal: proposal.id }),
      }, "Supprimer")));
  }
}

await new DeskPage().start();
