/** What goes over the wire; the README of this project describes it. Defaults (false, 0, null) are left out. */
export interface Note {
  id: string;
  column: string;
  heading?: string;
  position?: number;
  text?: string;
  group?: number;
  version?: number;
  pending?: boolean;
  mergedInto?: string;
  hidden?: boolean;
  gone?: boolean;
}

export interface Heading { id: string; column: string; position?: number; title: string; intro?: string; version?: number; gone?: boolean }
export interface Axis { id: string; position?: number; title: string; version?: number; gone?: boolean }
export interface Proposal { id: string; axis?: string; position?: number; text: string; group?: number; version?: number; answers?: string[]; gone?: boolean }
export interface Phase { id: string; kind: string; title: string; instruction: string; minutes: number }
export interface Clock { phase: string; kind: string; startedAt: string; endsAt: string }
export interface Options { hidesOthers?: boolean; moderates?: boolean; votesBy: string; voteBudget: number }
export interface Method { phases: Phase[]; clock?: Clock; options: Options }
export interface Call { group: number; at: string }
export interface Reader { group?: number; mayWrite?: boolean; mayContribute?: boolean; mayLead?: boolean }

export interface BoardEvent {
  n: number;
  by: string;
  notes?: Note[];
  headings?: Heading[];
  axes?: Axis[];
  proposals?: Proposal[];
  method?: Method;
  calls?: Call[];
  voters?: number;
  reset?: boolean;
}

export interface BoardState {
  n?: number;
  now: string;
  me: Reader;
  method: Method;
  notes: Note[];
  headings: Heading[];
  axes: Axis[];
  proposals: Proposal[];
  calls: Call[];
  votes: Record<string, number>;
  results?: Record<string, number>;
  voters?: number;
}

export interface Operation {
  id: string;
  kind: string;
  at?: string;
  note?: string;
  notes?: string[];
  heading?: string;
  headings?: string[];
  axis?: string;
  proposal?: string;
  answers?: string[];
  into?: string;
  target?: string;
  column?: string;
  text?: string;
  title?: string;
  intro?: string;
  base?: number;
  dots?: number;
  group?: number;
  minutes?: number;
  phase?: string;
  phases?: Phase[];
  options?: Options;
}

export interface Answer { operation: string; n?: number; code?: string; message?: string; current?: Note }

export interface GroupPresence { group: number; devices?: number; writes?: boolean }
