// What is kept on a phone: drafts and the forms they belong to, encrypted, for 14 days at most.
const doudiStore = (() => {
  const NAME = "doudi-phone";
  const LONGEST = 14 * 24 * 3600 * 1000;

  function open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => ["keys", "drafts", "pages"].forEach((store) => request.result.createObjectStore(store));
      request.onsuccess = () => {
        // whoever signs out deletes it, and nothing holds that up
        request.result.onversionchange = () => request.result.close();
        done(request.result);
      };
      request.onerror = () => failed(request.error);
    });
  }

  async function on(store, mode, work) {
    const db = await open();
    try {
      return await new Promise((done, failed) => {
        const transaction = db.transaction(store, mode);
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => done(request.result);
        transaction.onerror = transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      db.close();
    }
  }

  async function key() {
    const known = await on("keys", "readonly", (s) => s.get("key"));
    if (known) { return known; }
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // two pages may make one at once: the first stays
    await on("keys", "readwrite", (s) => s.add(made, "key")).catch(() => undefined);
    return on("keys", "readonly", (s) => s.get("key"));
  }

  async function put(store, path, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(path) }, await key(), plain);
    await on(store, "readwrite", (s) => s.put({ iv, box, at: Date.now() }, path));
  }

  async function get(store, path) {
    const kept = await on(store, "readonly", (s) => s.get(path));
    if (!kept) { return null; }
    if (Date.now() - kept.at > LONGEST) {
      await remove(store, path);
      return null;
    }
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv, additionalData: new TextEncoder().encode(path) }, await key(), kept.box);
    return { ...JSON.parse(new TextDecoder().decode(plain)), at: kept.at };
  }

  const remove = (store, path) => on(store, "readwrite", (s) => s.delete(path));

  return {
    keepPage: (path, html, policy) => put("pages", path, { html, policy }),
    page: (path) => get("pages", path),
    keep: (path, draft) => put("drafts", path, draft),
    draft: (path) => get("drafts", path),
    async drop(path) {
      await remove("drafts", path);
      await remove("pages", path);
    },
    async drafts() {
      const paths = await on("drafts", "readonly", (s) => s.getAllKeys());
      const found = [];
      for (const path of paths) {
        const draft = await get("drafts", path).catch(() => null);
        if (draft) { found.push({ path, ...draft }); }
      }
      return found;
    },
  };
})();
