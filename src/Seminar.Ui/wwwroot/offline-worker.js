// Serves one page, its scripts and its styles when the network is away: the page of the scope that it was registered for. What
// people write and read is the page's own, which keeps it in IndexedDB.
const page = new URL(self.registration.scope).pathname;
const kept = `seminar:${page}`;
const files = /^\/(_content\/Seminar\.|themes\/|themes\.css$)/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

// The page tells what it loaded before this worker was there.
self.addEventListener("message", event => event.waitUntil(keep(event.data.filter(name => name === page || files.test(name)))));

self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  const isPage = event.request.mode === "navigate" && address.pathname === page;
  if (event.request.method !== "GET" || address.origin !== self.location.origin || !(isPage || files.test(address.pathname))) {
    return;
  }

  // One page, whatever was sought: without the network the script shows what was kept.
  event.respondWith(answer(event.request, isPage ? page : address.pathname));
});

async function answer(request, name) {
  const cache = await caches.open(kept);
  try {
    const fresh = await fetch(request);
    if (fresh.status >= 500) {
      throw new Error(`${fresh.status}`);
    }

    if (fresh.ok && !fresh.redirected) {
      // A search is not kept: its page names people.
      if (!new URL(request.url).search) {
        await cache.put(name, fresh.clone());
      }
    } else if (fresh.status === 401 || fresh.status === 403 || fresh.redirected || fresh.type === "opaqueredirect") {
      await cache.delete(page);
    }

    return fresh;
  } catch (error) {
    const known = await cache.match(name);
    if (known) {
      return known;
    }

    throw error;
  }
}

async function keep(names) {
  const cache = await caches.open(kept);
  await cache.addAll([...new Set(names)]);
}
