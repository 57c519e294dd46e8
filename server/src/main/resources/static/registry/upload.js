// A file can be dropped on the form, and how far it was sent is shown; without this script the form is sent as any other.
const ready = (form) => {
  const field = form.querySelector("input[type=file]");
  const zone = document.createElement("p");
  zone.className = "drop";
  zone.textContent = form.dataset.drop;
  field.after(zone);
  const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
  ["dragenter", "dragover"].forEach((kind) => form.addEventListener(kind, (event) => { stop(event); zone.classList.add("over"); }));
  ["dragleave", "drop"].forEach((kind) => form.addEventListener(kind, (event) => { stop(event); zone.classList.remove("over"); }));
  form.addEventListener("drop", (event) => {
    const dropped = event.dataTransfer && event.dataTransfer.files;
    if (dropped && dropped.length > 0) {
      const one = new DataTransfer();
      one.items.add(dropped[0]);
      field.files = one.files;
      zone.textContent = dropped[0].name;
    }
  });
  field.addEventListener("change", () => { zone.textContent = field.files.length > 0 ? field.files[0].name : form.dataset.drop; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, zone);
  });
};
const send = (form, zone) => {
  const button = form.querySelector("button[type=submit]");
  const bar = document.createElement("progress");
  bar.className = "bar";
  bar.setAttribute("aria-label", form.dataset.sending);
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.textContent = form.dataset.sending;
  zone.replaceChildren(bar, said);
  button.disabled = true;
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.max = event.total;
      bar.value = event.loaded;
    }
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    said.textContent = form.dataset.reading;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      window.location.assign(request.responseURL);
      return;
    }
    // the page of the refusal, with the form and what is wrong
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = page.getElementById("main");
    if (!main) { form.submit(); return; }
    document.getElementById("main").replaceWith(main);
    main.querySelectorAll("form.upload").forEach(ready);
    const problem = document.getElementById("problems");
    if (problem) { problem.tabIndex = -1; problem.focus(); }
  });
  request.addEventListener("error", () => { form.submit(); });
  request.send(new FormData(form));
};
document.querySelectorAll("form.upload").forEach(ready);
