/** Someone expected, as the server lists them. */
export interface Person {
  id: string;
  number: number;
  name: string;
  organisation: string;
  family: string;
  workshop: string | null;
  room: string | null;
  group: number | null;
  arrivedAt: string | null;
  leftAt: string | null;
}

export interface Workshop {
  key: string;
  name: string;
  seatsLeft: number | null;
}

/** The list of the door; devices forget it when it expires. */
export interface ArrivalList {
  day: string;
  expires: string;
  people: Person[];
  workshops: Workshop[];
}

export type Kind = "arrived" | "left" | "undone" | "walk-in";

/** One thing that happened at the door, kept on the device until the server has it. */
export interface Operation {
  operation: string;
  kind: Kind;
  person: string;
  at: string;
  firstName?: string;
  lastName?: string;
  family?: string;
  organisation?: string;
  workshop?: string;
}

export interface Answer {
  operation: string;
  refusal: string | null;
}

/** The people as they are once what waits on this device has been sent. */
export function withPending(list: ArrivalList, pending: readonly Operation[]): Person[] {
  const people = new Map(list.people.map(person => [person.id, { ...person }]));
  for (const operation of pending) {
    const person = people.get(operation.person) ?? walkIn(operation);
    people.set(person.id, apply(person, operation));
  }

  return [...people.values()];
}

function apply(person: Person, operation: Operation): Person {
  switch (operation.kind) {
    case "left":
      return { ...person, leftAt: person.arrivedAt === null ? null : operation.at };
    case "undone":
      return { ...person, arrivedAt: null, leftAt: null };
    default:
      return { ...person, arrivedAt: person.arrivedAt ?? operation.at, leftAt: null };
  }
}

function walkIn(operation: Operation): Person {
  return {
    id: operation.person,
    number: 0,
    name: [operation.firstName, operation.family === "jeune" ? "" : operation.lastName].filter(Boolean).join(" "),
    organisation: operation.organisation ?? "",
    family: operation.family ?? "",
    workshop: operation.workshop ?? null,
    room: null,
    group: null,
    arrivedAt: null,
    leftAt: null,
  };
}

/** Accents, case and punctuation forgiven. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[-'’/.,\s]+/g, " ").trim();
}

const most = 30;

/** By the number of the badge, or by name and organisation. */
export function find(people: readonly Person[], text: string): Person[] {
  const sought = plain(text);
  if (sought === "") {
    return [];
  }

  return /^\d+$/.test(sought)
    ? people.filter(person => person.number === Number(sought))
    : people.filter(person => plain(`${person.name} ${person.organisation}`).includes(sought)).slice(0, most);
}

/** The number of the badge whose QR code was read; null for another code. */
export function badgeOf(scanned: string): number | null {
  const match = /\/b\/(\d+)-[0-9A-Z]+$/i.exec(scanned);
  return match === null ? null : Number(match[1]);
}
