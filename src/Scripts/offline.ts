/**
 * So that a page opens again without the network, from the first time that it was opened: the worker keeps what it has
 * loaded, and what it may still need. Browsers allow it over TLS, and on the machine itself.
 */
export async function keepForOffline(page: string, ...more: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    return;
  }

  await navigator.serviceWorker.register(`${page}/sw.js`, { scope: page });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType("resource").map(entry => new URL(entry.name)).filter(address => address.origin === location.origin);
  active?.postMessage([page, ...loaded.map(address => address.pathname), ...more]);
}
