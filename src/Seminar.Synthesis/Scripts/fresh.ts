/** Keeps a part of the page fresh: the rooms, the synthesis as it emerges. Without script, the page is read again by hand. */
const every = 3_000;
const part = "frais";

async function refresh(): Promise<void> {
  const place = document.getElementById(part)!;
  // Whoever is in it is not disturbed.
  if (document.hidden || place.contains(document.activeElement)) {
    return;
  }

  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part);
    if (answer.ok && fresh !== null) {
      place.replaceChildren(...fresh.childNodes);
    }
  } catch {
    // The next round tries again.
  }
}

setInterval(() => void refresh(), every);

export {};
