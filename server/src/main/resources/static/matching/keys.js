// One key a decision. Whoever types by voice or with a device that sends stray keys switches it off, and this browser remembers it.
const box = document.getElementById("keys");
let on = localStorage.getItem("pair-keys") !== "off";
if (box) {
  box.closest("label").hidden = false;
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    localStorage.setItem("pair-keys", on ? "on" : "off");
  });
}
let gone = false;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest && event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (!on || gone || typing || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) { return; }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target) {
    gone = true;
    event.preventDefault();
    target.click();
  }
});
// a page that comes back out of the browser's memory takes keys again
window.addEventListener("pageshow", () => { gone = false; });
