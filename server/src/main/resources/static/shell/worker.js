// Keeps the forms of a visit and of a report at hand where there is no network. What is kept is encrypted by a key that no page can read out; signing out
// deletes the key and everything with it (see docs/decisions/0018).
importScripts(new URL(self.location.href).searchParams.get("store"));
const FORM = /^\/(reverifications\/\d+|households\/\d+\/report\/[a-z]+)$/;
const PARTS = /^\/(assets|webjars)\//;
const CACHE = "doudi-parts";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) { return; }
  if (PARTS.test(url.pathname) && event.request.method === "GET") {
    event.respondWith(part(event.request));
  } else if (event.request.mode === "navigate" && event.request.method === "GET" && FORM.test(url.pathname)) {
    event.respondWith(form(event.request, url));
  } else if (event.request.mode === "navigate" && event.request.method === "POST") {
    event.respondWith(sent(event.request, url));
  }
});

// parts of the product, no data: from the network, and where there is none the last that was seen
async function part(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) { await cache.put(request, answer.clone()); }
    return answer;
  } catch (e) {
    return (await cache.match(request)) || Response.error();
  }
}

async function form(request, url) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && answer.type === "basic") {
      await doudiStore.keepPage(url.pathname, await answer.clone().text(), answer.headers.get("Content-Security-Policy") || "default-src 'self'");
    }
    return answer;
  } catch (e) {
    const page = await doudiStore.page(url.pathname).catch(() => null);
    return page
      ? new Response(page.html, { headers: { "Content-Type": "text/html;charset=UTF-8", "Content-Security-Policy": page.policy, "Cache-Control": "no-store" } })
      : Response.error();
  }
}

// what could not be sent is on the phone already: back to the form, which says so
async function sent(request, url) {
  try {
    return await fetch(request);
  } catch (e) {
    const path = url.pathname.replace(/\/visit$/, "");
    return FORM.test(path) ? Response.redirect(path, 303) : Response.error();
  }
}
