// A form that survives a lost network: what is typed is kept on the phone, goes out when the network is back, and is deleted by the server's receipt.
(async () => {
  const script = document.querySelector("script[data-worker]");
  if (!script || !("indexedDB" in window) || !window.isSecureContext) { return; }
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(script.dataset.worker + "?store=" + encodeURIComponent(document.getElementById("phone-store").getAttribute("src")), { scope: "/" }).catch(() => undefined);
  }
  const path = location.pathname.replace(/\/visit$/, "");
  const form = document.querySelector("form[data-phone]");
  const note = document.querySelector("[data-kept-note]");
  const time = (at) => new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });

  const receipt = document.querySelector("[data-receipt]");
  if (receipt) {
    for (const draft of await doudiStore.drafts()) {
      if (draft.values.key === receipt.dataset.receipt) { await doudiStore.drop(draft.path); }
    }
  }

  const list = document.querySelector("[data-kept-list]");
  if (list) {
    for (const draft of await doudiStore.drafts()) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      item.className = "card";
      link.href = draft.path;
      link.textContent = draft.label + " " + time(draft.at);
      item.append(link);
      list.querySelector("ul").append(item);
      list.hidden = false;
    }
  }

  for (const drop of document.querySelectorAll("[data-drop]")) {
    drop.addEventListener("click", async (event) => {
      event.preventDefault();
      await doudiStore.drop(path);
      if (drop.href) { location.href = drop.href; } else { location.reload(); }
    });
  }

  const say = (text, at) => {
    if (!note) { return; }
    note.querySelector("p").textContent = text.replace("{0}", time(at));
    note.hidden = false;
  };

  // Sends what was kept, also where the page has no such form any more: the server shows both then.
  const send = (draft) => {
    const token = document.querySelector("input[name=_csrf]");
    const out = document.createElement("form");
    out.method = "post";
    out.action = draft.action;
    for (const [name, value] of Object.entries({ ...draft.values, ...draft.button, _csrf: token ? token.value : "" })) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      out.append(field);
    }
    document.body.append(out);
    out.submit();
  };

  // asked for in earnest: a phone that says it is on-line may have no way to the office
  const reachable = () => fetch(script.src, { method: "HEAD", cache: "no-store" }).then((answer) => answer.ok, () => false);

  let draft = await doudiStore.draft(path).catch(() => null);
  // an answer of the server to what was sent shows it already
  const answered = document.querySelector("#problems, #meanwhile, #eff") !== null;
  const justTried = draft && draft.tried && Date.now() - draft.tried < 5000;
  if (draft && draft.pending && !answered && !justTried && (await reachable())) {
    say(note ? note.dataset.back : "", draft.at);
    await doudiStore.keep(path, { ...draft, tried: Date.now() });
    send(draft);
    return;
  }
  if (draft && draft.pending && answered) {
    draft = { ...draft, pending: false };
    await doudiStore.keep(path, draft);
  }
  // the page anew when there is a way again: a form of the network has the session's own token
  const look = async () => {
    const waiting = await doudiStore.draft(path).catch(() => null);
    if (waiting && waiting.pending && (await reachable())) { location.reload(); }
  };
  addEventListener("online", look);
  if (!answered) { setInterval(look, 5000); }

  if (!form) { return; }
  if (draft && !answered) {
    for (const [name, value] of Object.entries(draft.values)) {
      for (const field of form.querySelectorAll("[name='" + CSS.escape(name) + "']")) {
        if (field.type === "radio") { field.checked = field.value === value; } else { field.value = value; }
      }
    }
    say(draft.pending ? note.dataset.offline : note.dataset.kept, draft.at);
  }

  const keep = async (pending, button) => {
    const values = {};
    new FormData(form).forEach((value, name) => { if (name !== "_csrf") { values[name] = value; } });
    draft = { action: form.getAttribute("action"), label: form.dataset.label, values, pending, button };
    await doudiStore.keep(path, draft);
  };
  let waits;
  form.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => keep(false, {}), 300);
  });
  let kept = false;
  form.addEventListener("submit", async (event) => {
    if (kept) { return; }
    event.preventDefault();
    clearTimeout(waits);
    const pressed = event.submitter;
    const way = await reachable();
    // what nobody saw the result of is not sent by itself: it is shown first
    const button = form.dataset.phone === "preview" ? { do: way && pressed ? pressed.value : "preview" } : {};
    await keep(true, button);
    if (!way) {
      say(note.dataset.offline, Date.now());
      return;
    }
    kept = true;
    form.requestSubmit(pressed);
  });
})();
