import { byId, write } from "./dom.js";

let waiting: string[] = [];

/** Said by screen readers, politely and not more than every three seconds. */
export function announce(text: string): void {
  if (waiting.push(text) === 1) {
    setTimeout(() => {
      write(byId("tableau-annonce"), waiting.length > 3 ? `${waiting.length} changements.` : waiting.join(" "));
      waiting = [];
    }, 3_000);
  }
}
