import { announce } from "./announce.js";
import { inOrder, type Board } from "./board.js";
import { clockText } from "./clock.js";
import { Connection } from "./connection.js";
import { byId, count, h, KeyedList, show, write } from "./dom.js";
import { newId } from "./ids.js";
import { keepForOffline } from "./offline.js";
import type { Answer, Note, Operation, Proposal } from "./protocol.js";

const columns = ["success", "strength", "brake", "obstacle"];
const names: Record<string, string> = { success: "Réussites", strength: "Forces", brake: "Freins", obstacle: "Obstacles" };
const tellEvery = 5_000;
const steps: Record<string, string> = { write: "ecrire", propose: "proposer", vote: "voter" };

interface Draft { text: string; at: string }

/** The board on a phone or on a group's tablet: write, read, vote. */
class ParticipantPage {
  private connection!: Connection;
  private lists = new Map<string, KeyedList>();
  private proposals = new KeyedList(byId("tableau-propositions"));
  private ballots = new KeyedList(byId("tableau-bulletins"));
  private results = new KeyedList(byId("tableau-resultats"));
  private kind: string | undefined;
  private undoable: Operation[] = [];
  private told = 0;
  private onlyOwn = true;

  async start(): Promise<void> {
    for (const column of columns) {
      this.lists.set(column, new KeyedList(byId(`liste-${column}`)));
    }

    this.connection = await Connection.open(byId("tableau").dataset["address"]!, {
      changed: () => this.show(),
      refused: (operation, answer) => this.refused(operation, answer),
    });
    this.prepareNotes();
    this.prepareProposals();
    await this.restoreDraft("note", byId<HTMLTextAreaElement>("note-texte"));
    await this.restoreDraft("proposal", byId<HTMLTextAreaElement>("proposition-texte"));
    byId("tableau-aide").addEventListener("submit", event => {
      event.preventDefault();
      const called = this.connection.view.calls.some(call => call.group === this.connection.view.me.group);
      void this.connection.do(called ? "help.answer" : "help.call");
      announce(called ? "L’appel est retiré." : "L’animateur est prévenu.");
    });
    byId("tableau-annuler").addEventListener("click", () => this.undo());
    byId<HTMLInputElement>("tableau-tous").addEventListener("change", event => {
      this.onlyOwn = !(event.target as HTMLInputElement).checked;
      this.show();
    });
    setInterval(() => this.showTime(), 1_000);
    this.show();
  }

  private prepareNotes(): void {
    const form = byId<HTMLFormElement>("ecrire-note");
    const text = byId<HTMLTextAreaElement>("note-texte");
    text.addEventListener("input", () => this.typing("note", text));
    form.addEventListener("submit", event => {
      event.preventDefault();
      const column = new FormData(form).get("colonne") as string | null;
      if (text.value.trim() === "" || column === null) {
        this.alert(column === null ? "Choisissez une colonne." : "Écrivez quelque chose.");
        return;
      }

      void this.send("note", text, { note: newId(), column });
    });
    text.addEventListener("keydown", event => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        form.requestSubmit();
      }
    });
    byId("fin-envoyer").addEventListener("click", () => form.requestSubmit());
    byId("fin-garder").addEventListener("click", () => {
      void this.keepForMe(text);
    });
  }

  private prepareProposals(): void {
    const form = byId<HTMLFormElement>("ecrire-proposition");
    const text = byId<HTMLTextAreaElement>("proposition-texte");
    text.addEventListener("input", () => this.typing("proposal", text));
    form.addEventListener("submit", event => {
      event.preventDefault();
      if (text.value.trim() === "") {
        this.alert("Écrivez quelque chose.");
        return;
      }

      const answer = new FormData(form).get("repond") as string;
      void this.send("proposal", text, { proposal: newId(), answers: answer === "" ? [] : [answer] });
    });
  }

  private async send(what: "note" | "proposal", text: HTMLTextAreaElement, more: Partial<Operation>): Promise<void> {
    const draft = await this.connection.outbox.draft<Draft>(what);
    const words = text.value;
    text.value = "";
    await this.connection.outbox.keepDraft(what, { text: "", at: "" });
    // What was typed in time counts as written then.
    const isLate = this.kind !== (what === "note" ? "write" : "propose");
    const operation = await this.connection.do(`${what}.add`, { text: words, ...more, ...(isLate && draft?.at ? { at: draft.at } : {}) });
    this.undoable.push(operation);
    this.alert("");
    announce("Ajouté.");
    text.focus();
  }

  private typing(what: "note" | "proposal", text: HTMLTextAreaElement): void {
    void this.connection.outbox.keepDraft(what, { text: text.value, at: new Date(this.connection.now).toISOString() });
    const left = Number(text.dataset["longest"]) - [...text.value].length;
    write(byId(`${text.id}-reste`), left < 100 ? `${left} caractères restants` : "");
    if (Date.now() - this.told > tellEvery) {
      this.told = Date.now();
      this.connection.tellWriting();
    }
  }

  private async restoreDraft(what: "note" | "proposal", text: HTMLTextAreaElement): Promise<void> {
    const draft = await this.connection.outbox.draft<Draft>(what);
    if (draft !== undefined && draft.text !== "" && text.value === "") {
      text.value = draft.text;
    }
  }

  private async keepForMe(text: HTMLTextAreaElement): Promise<void> {
    await this.keepText(text.value);
    await this.connection.outbox.keepDraft("note", { text: "", at: "" });
    text.value = "";
    this.show();
    await this.showKept();
  }

  private async keepText(text: string): Promise<void> {
    const kept = await this.connection.outbox.draft<string[]>("kept") ?? [];
    await this.connection.outbox.keepDraft("kept", [...kept, text]);
  }

  private async showKept(): Promise<void> {
    const kept = await this.connection.outbox.draft<string[]>("kept") ?? [];
    show(byId("tableau-gardes"), kept.length > 0);
    byId("tableau-gardes-liste").replaceChildren(...kept.map(text => h("li", {}, text)));
  }

  private undo(): void {
    const last = this.undoable.pop();
    if (last !== undefined) {
      void this.connection.do("undo", { target: last.id });
      announce("Annulé.");
    }
  }

  /** Nothing that was typed is lost by a refusal. */
  private refused(operation: Operation, answer: Answer): void {
    this.undoable = this.undoable.filter(each => each.id !== operation.id);
    this.alert(answer.message ?? "Cela n’a pas pu être fait.");
    if (answer.code === "conflict" && answer.current !== undefined) {
      this.chooseBetween(operation, answer.current);
    } else if (answer.code === "wrong-phase" && operation.text !== undefined && operation.kind !== "note.add") {
      // Its form is gone with its phase.
      void this.keepText(operation.text).then(() => this.showKept());
    } else if (operation.kind.endsWith(".add") && operation.text !== undefined) {
      const text = byId<HTMLTextAreaElement>(operation.kind === "note.add" ? "note-texte" : "proposition-texte");
      text.value = text.value === "" ? operation.text : `${operation.text}\n${text.value}`;
      this.typing(operation.kind === "note.add" ? "note" : "proposal", text);
    }
  }

  /** Two changed one note: both texts are there, and the person decides. */
  private chooseBetween(operation: Operation, current: Note): void {
    const text = h("textarea", { rows: "4", "aria-label": "Votre texte" }) as HTMLTextAreaElement;
    text.value = operation.text ?? "";
    const box = h("div", { class: "notice notice-attention" },
      h("p", {}, h("strong", {}, "Quelqu’un a changé cette note en même temps que vous.")),
      h("p", {}, `Elle dit maintenant\u00A0: «\u00A0${current.text ?? ""}\u00A0»`),
      h("p", {}, "Votre texte\u00A0:"), text,
      h("div", { class: "buttons" },
        h("button", { type: "button", class: "button", onclick: () => {
          void this.connection.do("note.edit", { note: current.id, text: text.value, base: current.version ?? 0 });
          box.remove();
        } }, "Garder mon texte"),
        h("button", { type: "button", class: "button button-secondary", onclick: () => {
          void this.connection.do("note.add", { note: newId(), column: current.column, text: text.value });
          box.remove();
        } }, "Garder les deux"),
        h("button", { type: "button", class: "button button-secondary", onclick: () => box.remove() }, "Garder le sien")));
    byId("tableau-choix").append(box);
  }

  private alert(text: string): void {
    write(byId("tableau-alerte"), text);
    show(byId("tableau-alerte"), text !== "");
  }

  private show(): void {
    const board = this.connection.view;
    this.showState(board);
    // Until the board is known, what the server drew stays.
    if (!this.connection.isKnown) {
      return;
    }

    this.showPhase(board);
    for (const column of columns) {
      this.showColumn(board, column);
    }

    this.showProposals(board);
    this.showTime();
  }

  private showState(board: Board): void {
    const waiting = this.connection.pending.length;
    const kept = waiting === 0 ? "Tout est enregistré." : `${count(waiting, "ajout")} sur cet appareil, en attente d’envoi.`;
    const who = board.me.group === undefined ? "" : `Groupe ${board.me.group}. `;
    write(byId("tableau-etat"), !this.connection.isIn
      ? `Vous n’êtes plus entré. ${waiting === 0 ? "Rien n’est perdu." : `${kept} Entrez de nouveau pour les envoyer.`}`
      : who + (this.connection.isOnline ? kept : `Hors connexion\u00A0: continuez. ${kept}`));
    byId("tableau-etat").classList.toggle("door-offline", !this.connection.isOnline || !this.connection.isIn);
    const called = board.calls.some(call => call.group === board.me.group);
    show(byId("tableau-aide"), board.me.group !== undefined);
    write(byId("tableau-aide").querySelector("button"), called ? "Retirer l’appel" : "Appeler l’animateur");
    show(byId("tableau-annuler"), this.undoable.length > 0);
  }

  private showPhase(board: Board): void {
    write(byId("tableau-etape-titre"), board.phase?.title ?? "L’atelier n’a pas commencé");
    write(byId("tableau-etape-consigne"), board.phase?.instruction ?? "La première étape apparaîtra ici.");
    const typed = byId<HTMLTextAreaElement>("note-texte").value.trim() !== "";
    if (this.kind !== board.kind) {
      if (this.kind !== undefined) {
        announce(`Nouvelle étape\u00A0: ${board.phase?.title ?? ""}.`);
      }

      this.kind = board.kind;
    }

    const mayAlways = board.me.mayContribute === true;
    // Whoever is typing when a phase ends goes on, and decides.
    const ended = typed && board.kind !== "write" && !mayAlways;
    show(byId("tableau-fin"), ended);
    for (const [kind, section] of Object.entries(steps)) {
      show(byId(section), board.me.mayWrite === true && (board.kind === kind || (mayAlways && kind !== "vote") || (kind === "write" && ended)));
    }

    show(byId("resultats"), board.results !== undefined);
    void this.showKept();
  }

  private showTime(): void {
    const clock = this.connection.view.method.clock;
    if (clock === undefined) {
      write(byId("tableau-temps"), "");
      return;
    }

    const left = Date.parse(clock.endsAt) - this.connection.now;
    write(byId("tableau-temps"), left >= 0 ? `Encore ${clockText(left)}` : `Dépassé de ${clockText(left)}`);
  }

  private showColumn(board: Board, column: string): void {
    const all = [...board.notes.values()].filter(note => note.column === column && note.mergedInto === undefined).sort(inOrder);
    const shown = this.onlyOwn && board.me.group !== undefined && board.kind === "write" ? all.filter(note => note.group === board.me.group) : all;
    write(byId(`nombre-${column}`), `${all.length}`);
    this.lists.get(column)!.show(shown, note => note.id, note => this.note(board, note), note => [
      note.text, note.version, note.pending, note.hidden, note.heading === undefined ? "" : board.headings.get(note.heading)?.title, this.waits(note.id), board.isOwn(note) && this.mayChange(board), board.sameAs(note.id).length,
    ]);
  }

  private mayChange(board: Board): boolean {
    return board.me.mayContribute === true || board.kind === "write";
  }

  private waits(id: string): boolean {
    return this.connection.pending.some(operation => operation.note === id || operation.proposal === id);
  }

  private note(board: Board, note: Note): HTMLElement {
    const same = board.sameAs(note.id).length;
    const signs = [
      note.group === undefined ? "équipe" : `groupe ${note.group}`,
      note.heading === undefined ? "" : board.headings.get(note.heading)?.title ?? "",
      same > 0 ? `dit ${same + 1} fois` : "", note.pending ? "attend l’animateur" : "", this.waits(note.id) ? "en attente d’envoi" : "",
    ].filter(Boolean).join(", ");
    const item = h("li", { "data-note": note.id, class: this.waits(note.id) ? "note-waits" : undefined },
      h("p", { class: "note-text" }, note.hidden ? "Note d’un autre groupe, montrée plus tard." : note.text ?? ""), h("p", { class: "aside" }, signs));
    if (board.isOwn(note) && this.mayChange(board) && !note.hidden) {
      item.append(this.tools(item, note));
    }

    return item;
  }

  private tools(item: HTMLElement, note: Note): HTMLElement {
    const about = `\u00A0: ${(note.text ?? "").slice(0, 60)}`;
    const column = h("select", { "aria-label": `Changer de colonne${about}`, onchange: () => {
      this.done("note.move", { note: note.id, column: column.value });
    } }, ...columns.map(each => h("option", { value: each, selected: each === note.column }, names[each]!))) as HTMLSelectElement;
    return h("div", { class: "note-tools" },
      h("button", { type: "button", class: "link-button", "aria-label": `Modifier${about}`, onclick: () => this.edit(item, note) }, "Modifier"),
      h("button", { type: "button", class: "link-button", "aria-label": `Supprimer${about}`, onclick: () => this.done("note.delete", { note: note.id }) }, "Supprimer"),
      column);
  }

  private edit(item: HTMLElement, note: Note): void {
    const text = h("textarea", { rows: "4", maxlength: "600", "aria-label": "Texte de la note" }) as HTMLTextAreaElement;
    text.value = note.text ?? "";
    const form = h("form", { class: "note-edit", onsubmit: (event: Event) => {
      event.preventDefault();
      form.replaceWith(h("p", {}, text.value));
      this.done("note.edit", { note: note.id, text: text.value, base: note.version ?? 0 });
    } }, text, h("div", { class: "buttons" },
      h("button", { class: "button" }, "Enregistrer"),
      h("button", { type: "button", class: "button button-secondary", onclick: () => {
        form.remove();
        this.lists.get(note.column)!.forget(note.id);
        this.show();
      } }, "Laisser"))) as HTMLFormElement;
    item.replaceChildren(form);
    text.focus();
  }

  private done(kind: string, more: Partial<Operation>): void {
    void this.connection.do(kind, more).then(operation => {
      this.undoable.push(operation);
      this.show();
    });
  }

  private showProposals(board: Board): void {
    const all = [...board.proposals.values()].sort(inOrder);
    this.proposals.show(all, each => each.id, each => this.proposal(board, each), each => [each.text, each.version, each.axis, this.waits(each.id), board.kind]);
    this.ballots.show(all, each => each.id, each => this.ballot(board, each), each => [each.text, board.votes[each.id], board.dotsLeft]);
    write(byId("tableau-points"), `${count(Math.max(0, board.dotsLeft), "point")} à répartir sur ${board.method.options.voteBudget}.`);
    const results = board.results ?? {};
    this.results.show([...all].sort((a, b) => (results[b.id] ?? 0) - (results[a.id] ?? 0)), each => each.id,
      each => h("li", {}, h("strong", {}, count(results[each.id] ?? 0, "point")), ` ${each.text}`), each => [each.text, results[each.id]]);
    this.showAnswers(board);
  }

  private showAnswers(board: Board): void {
    const select = byId<HTMLSelectElement>("proposition-repond");
    const open = [...board.notes.values()].filter(note => (note.column === "brake" || note.column === "obstacle") && note.mergedInto === undefined && !note.hidden).sort(inOrder);
    const look = open.map(note => note.id + (note.version ?? 0)).join();
    if (select.dataset["look"] !== look && document.activeElement !== select) {
      const chosen = select.value;
      select.dataset["look"] = look;
      select.replaceChildren(h("option", { value: "" }, "aucun en particulier"), ...open.map(note => h("option", { value: note.id }, `${names[note.column]!.slice(0, -1)}\u00A0: ${(note.text ?? "").slice(0, 80)}`)));
      select.value = chosen;
    }
  }

  private proposal(board: Board, proposal: Proposal): HTMLElement {
    const answered = (proposal.answers ?? []).map(id => board.notes.get(id)?.text).filter(Boolean);
    const item = h("li", { "data-proposal": proposal.id }, h("p", { class: "note-text" }, proposal.text),
      h("p", { class: "aside" }, [proposal.group === undefined ? "équipe" : `groupe ${proposal.group}`, ...answered.map(text => `répond à «\u00A0${text}\u00A0»`), this.waits(proposal.id) ? "en attente d’envoi" : ""].filter(Boolean).join(", ")));
    if (board.isOwn(proposal) && (board.kind === "propose" || board.me.mayContribute)) {
      item.append(h("div", { class: "note-tools" }, h("button", {
        type: "button", class: "link-button", "aria-label": `Supprimer\u00A0: ${proposal.text.slice(0, 60)}`, onclick: () => this.done("proposal.delete", { proposal: proposal.id }),
      }, "Supprimer")));
    }

    return item;
  }

  private ballot(board: Board, proposal: Proposal): HTMLElement {
    const dots = board.votes[proposal.id] ?? 0;
    const vote = (change: number, words: string, isOff: boolean): HTMLElement => h("button", {
      type: "button", class: "button button-secondary dot", disabled: isOff, "aria-label": `${words}\u00A0: ${proposal.text.slice(0, 60)}`,
      onclick: () => void this.connection.do("vote", { proposal: proposal.id, dots: dots + change }).then(() => {
        announce(`${count(dots + change, "point")} pour «\u00A0${proposal.text.slice(0, 40)}\u00A0».`);
        byId("tableau-bulletins").querySelector<HTMLElement>(`[data-proposal="${proposal.id}"] button:not([disabled])`)?.focus();
      }),
    }, change > 0 ? "+" : "−");
    return h("li", { "data-proposal": proposal.id, class: "ballot" }, h("p", { class: "note-text" }, proposal.text),
      h("div", { class: "buttons" }, vote(-1, "Retirer un point", dots === 0), h("strong", {}, `${dots}`), vote(1, "Donner un point", board.dotsLeft <= 0)));
  }
}

void keepForOffline(byId("tableau").dataset["address"]!).catch(() => undefined);
await new ParticipantPage().start();
