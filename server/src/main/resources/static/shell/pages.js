// "/" goes to the search field, as long as nobody is typing.
document.addEventListener("keydown", (event) => {
  const field = document.getElementById("top-q");
  const typing = event.target.closest && event.target.closest("input, textarea, select");
  if (event.key === "/" && field && !typing && !event.isComposing) {
    event.preventDefault();
    field.focus();
  }
});
// Each htmx request carries the form's CSRF token of the page.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=_csrf]");
  if (token) { event.detail.headers["X-XSRF-TOKEN"] = token.value; }
});
// A button that prints the page.
document.addEventListener("click", (event) => {
  if (event.target.closest && event.target.closest("[data-print]")) { window.print(); }
});
// What a phone keeps of somebody's work is deleted when that person signs out, or when another one signs in.
const KEPT = "doudi-phone";
const owner = document.body.dataset.owner;
if (owner && localStorage.getItem("doudi-owner") !== owner) {
  if (localStorage.getItem("doudi-owner")) { indexedDB.deleteDatabase(KEPT); }
  localStorage.setItem("doudi-owner", owner);
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.action || !form.action.endsWith("/logout")) { return; }
  event.preventDefault();
  const deletion = indexedDB.deleteDatabase(KEPT);
  deletion.onsuccess = deletion.onerror = () => form.submit();
});
