import { decoder } from "./camera.js";

/**
 * So that the page opens again without the network, from the first time that it was opened: the worker keeps what this page
 * has loaded, and what it may still need. Browsers allow it over TLS, and on the machine itself.
 */
export async function keepForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }

  await navigator.serviceWorker.register("/accueil/sw.js", { scope: "/accueil" });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(entry => new URL(entry.name)).filter(address => address.origin === location.origin);
  active?.postMessage(["/accueil", ...loaded.map(address => address.pathname), decoder, decoder.replace("decode", "index")]);
}
