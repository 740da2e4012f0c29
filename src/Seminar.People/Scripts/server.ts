import { outliving } from "./device.js";
import type { Answer, ArrivalList, Operation } from "./model.js";

/** The person at this device may no longer welcome: the day is over, or they left. */
export class SignedOut extends Error {}

/** The server, as the page asks it. Without the network each call throws. */
export async function fetchList(): Promise<ArrivalList> {
  return await (await ask("/accueil/liste.json")).json() as ArrivalList;
}

export async function send(operations: readonly Operation[]): Promise<Answer[]> {
  const answer = await ask("/accueil/pointages", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Seminar": "1" },
    ...outliving(JSON.stringify(operations)),
  });
  return await answer.json() as Answer[];
}

async function ask(address: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, {
    ...options,
    headers: { "X-Seminar": "1", ...options.headers },
    redirect: "manual",
    credentials: "same-origin",
    cache: "no-store",
  });
  if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") {
    throw new SignedOut();
  }

  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }

  return answer;
}
