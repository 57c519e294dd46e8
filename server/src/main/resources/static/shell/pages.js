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
