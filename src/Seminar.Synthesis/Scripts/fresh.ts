/** Keeps the table of the rooms fresh. Without script, the page is read again by hand. */
const every = 4_000;

async function refresh(): Promise<void> {
  const place = document.getElementById("salles")!;
  // Whoever is in it is not disturbed.
  if (document.hidden || place.contains(document.activeElement)) {
    return;
  }

  try {
    const answer = await fetch("/direct", { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("salles");
    if (answer.ok && fresh !== null) {
      place.replaceChildren(...fresh.childNodes);
    }
  } catch {
    // The next round tries again.
  }
}

setInterval(() => void refresh(), every);

export {};
