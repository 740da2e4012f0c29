import { inOrder, type Board } from "./board.js";
import { clockText } from "./clock.js";
import { Connection } from "./connection.js";
import { byId, count, h, KeyedList, show, write } from "./dom.js";

const columns = ["success", "strength", "brake", "obstacle"];
const latest = 5;
const best = 10;

/** The room's projector: phase, time left, the latest notes or the proposals, the results. */
class ScreenPage {
  private connection!: Connection;
  private lists = new Map<string, KeyedList>();
  private results = new KeyedList(byId("tableau-resultats"));

  async start(): Promise<void> {
    for (const column of columns) {
      this.lists.set(column, new KeyedList(byId(`liste-${column}`)));
    }

    this.connection = await Connection.open(byId("tableau").dataset["address"]!, { changed: () => this.show(), refused: () => undefined });
    setInterval(() => this.showTime(), 1_000);
    this.show();
  }

  private show(): void {
    const board = this.connection.view;
    write(byId("tableau-etat"), this.connection.isOnline ? "" : "Hors connexion, l’affichage reprendra.");
    write(byId("tableau-etape-titre"), board.phase?.title ?? "Bienvenue");
    write(byId("tableau-etape-consigne"), board.phase?.instruction ?? "");
    for (const column of columns) {
      const notes = [...board.notes.values()].filter(note => note.column === column && note.mergedInto === undefined).sort(inOrder);
      write(byId(`nombre-${column}`), `${notes.length}`);
      const headings = board.headingsOf(column);
      // Once gathered, the headings say more than single notes.
      const lines = headings.length > 0 && board.kind !== "write"
        ? headings.map(heading => ({ id: heading.id, text: `${heading.title} (${board.notesOf(column, heading.id).length})` }))
        : notes.filter(note => !note.hidden && !note.pending).slice(-latest).reverse().map(note => ({ id: note.id, text: note.text ?? "" }));
      this.lists.get(column)!.show(lines, line => line.id, line => h("li", {}, line.text), line => line.text);
    }

    this.showProposals(board);
    this.showTime();
  }

  /** What is voted on while the vote runs, without its points; then the results. */
  private showProposals(board: Board): void {
    const isVote = board.kind === "vote";
    const results = board.results;
    show(byId("resultats"), isVote || results !== undefined);
    show(byId("tableau-colonnes"), !isVote);
    write(byId("resultats-titre"), isVote ? `Les propositions (${count(board.voters, "vote reçu", "votes reçus")})` : "Résultats du vote");
    const proposals = [...board.proposals.values()].sort((a, b) => results === undefined ? inOrder(a, b) : (results[b.id] ?? 0) - (results[a.id] ?? 0));
    this.results.show(results === undefined ? proposals : proposals.slice(0, best), each => each.id,
      each => h("li", {}, results !== undefined && h("strong", {}, `${count(results[each.id] ?? 0, "point")} `), each.text), each => [each.text, results?.[each.id]]);
  }

  private showTime(): void {
    const clock = this.connection.view.method.clock;
    const left = clock === undefined ? 0 : Date.parse(clock.endsAt) - this.connection.now;
    write(byId("tableau-temps"), clock === undefined ? "" : left >= 0 ? clockText(left) : `+${clockText(left)}`);
  }
}

await new ScreenPage().start();
