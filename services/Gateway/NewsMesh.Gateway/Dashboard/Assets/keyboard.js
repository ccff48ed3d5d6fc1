/** "/" goes to the search, j and k walk the list, Escape leaves a field or an article. */
export function initKeyboard(side) {
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") leave(typing, event.target);
    else if (typing) return;
    else if (event.key === "/") focusSearch(event, side);
    else if (event.key === "j" || event.key === "k") step(side, event.key === "j" ? 1 : -1);
  });
}

function leave(typing, target) {
  if (typing) target.blur();
  else location.hash = location.hash.split("/").slice(0, 2).join("/");
}

function focusSearch(event, side) {
  const search = side.querySelector("input[type=search]");
  if (search) {
    event.preventDefault();
    search.focus();
  }
}

function step(side, by) {
  const links = [...side.querySelectorAll(".list a")];
  const next = links[links.findIndex(link => link.hasAttribute("aria-current")) + by] ?? (by > 0 ? links[0] : null);
  next?.focus();
  next?.click();
}
