import type { Axis, BoardEvent, BoardState, Call, Heading, Method, Note, Operation, Proposal, Reader } from "./protocol.js";

interface Entity { id: string; gone?: boolean }

/** The board as this reader has it: a state, brought up to date event by event. Knows no page. */
export class Board {
  n = 0;
  me: Reader = {};
  method: Method = { phases: [], options: { votesBy: "group", voteBudget: 0 } };
  notes = new Map<string, Note>();
  headings = new Map<string, Heading>();
  axes = new Map<string, Axis>();
  proposals = new Map<string, Proposal>();
  calls: Call[] = [];
  votes: Record<string, number> = {};
  results: Record<string, number> | undefined;
  voters = 0;

  static of(state: BoardState): Board {
    const board = new Board();
    board.n = state.n ?? 0;
    board.me = state.me;
    board.method = state.method;
    board.notes = byId(state.notes);
    board.headings = byId(state.headings);
    board.axes = byId(state.axes);
    board.proposals = byId(state.proposals);
    board.calls = state.calls;
    board.votes = state.votes;
    board.results = state.results;
    board.voters = state.voters ?? 0;
    return board;
  }

  /** Takes an event. Answers false when the board has to be read again: it was replaced, or an event is missing. */
  apply(event: BoardEvent): boolean {
    if (event.reset) {
      return false;
    }

    if (event.n <= this.n) {
      return true;
    }

    if (event.n !== this.n + 1) {
      return false;
    }

    this.n = event.n;
    this.take(event);
    return true;
  }

  /** A copy with what was done on this device and is not acknowledged yet. */
  with(pending: readonly Operation[]): Board {
    const board = Object.assign(new Board(), this);
    board.notes = new Map(this.notes);
    board.proposals = new Map(this.proposals);
    board.votes = { ...this.votes };
    for (const operation of pending) {
      board.expect(operation);
    }

    return board;
  }

  /** The notes of a column that stand for themselves, in their order. */
  notesOf(column: string, heading?: string): Note[] {
    return [...this.notes.values()]
      .filter(note => note.column === column && note.heading === heading && note.mergedInto === undefined)
      .sort(inOrder);
  }

  sameAs(note: string): Note[] {
    return [...this.notes.values()].filter(other => other.mergedInto === note);
  }

  headingsOf(column: string): Heading[] {
    return [...this.headings.values()].filter(heading => heading.column === column).sort(inOrder);
  }

  isOwn(note: { group?: number }): boolean {
    return this.me.mayContribute === true || (this.me.group !== undefined && note.group === this.me.group);
  }

  get kind(): string | undefined {
    return this.method.clock?.kind;
  }

  get phase(): { title: string; instruction: string } | undefined {
    return this.method.phases.find(phase => phase.id === this.method.clock?.phase);
  }

  get dotsLeft(): number {
    return this.method.options.voteBudget - Object.values(this.votes).reduce((sum, dots) => sum + dots, 0);
  }

  private take(event: BoardEvent): void {
    for (const note of event.notes ?? []) {
      // Told without its text, a note of one's own keeps the text that one has.
      const known = this.notes.get(note.id);
      put(this.notes, note.hidden && known?.text && this.isOwn(known) ? { ...note, text: known.text, hidden: false } : note);
    }

    event.headings?.forEach(heading => put(this.headings, heading));
    event.axes?.forEach(axis => put(this.axes, axis));
    event.proposals?.forEach(proposal => put(this.proposals, proposal));
    this.method = event.method ?? this.method;
    this.calls = event.calls ?? this.calls;
    this.voters = event.voters ?? this.voters;
  }

  private expect(operation: Operation): void {
    const note = operation.note === undefined ? undefined : this.notes.get(operation.note);
    switch (operation.kind) {
      case "note.add":
        this.notes.set(operation.note!, {
          id: operation.note!, column: operation.column!, text: operation.text!, position: Number.MAX_SAFE_INTEGER,
          ...(this.me.group === undefined ? {} : { group: this.me.group }),
        });
        break;
      case "note.edit":
        if (note !== undefined) {
          this.notes.set(note.id, { ...note, text: operation.text! });
        }

        break;
      case "note.move":
        if (note !== undefined) {
          const { heading: _, ...rest } = note;
          this.notes.set(note.id, { ...rest, column: operation.column! });
        }

        break;
      case "note.delete":
        this.notes.delete(operation.note!);
        break;
      case "proposal.add":
        this.proposals.set(operation.proposal!, {
          id: operation.proposal!, text: operation.text!, position: Number.MAX_SAFE_INTEGER, answers: operation.answers ?? [],
          ...(this.me.group === undefined ? {} : { group: this.me.group }),
        });
        break;
      case "proposal.delete":
        this.proposals.delete(operation.proposal!);
        break;
      case "vote":
        this.votes[operation.proposal!] = operation.dots ?? 0;
        break;
    }
  }
}

export function inOrder(a: { id: string; position?: number }, b: { id: string; position?: number }): number {
  return (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1);
}

function byId<T extends Entity>(list: readonly T[]): Map<string, T> {
  return new Map(list.map(each => [each.id, each]));
}

function put<T extends Entity>(map: Map<string, T>, entity: T): void {
  if (entity.gone) {
    map.delete(entity.id);
  } else {
    map.set(entity.id, entity);
  }
}
