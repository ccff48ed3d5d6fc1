const key = "newsmesh.theme";

/** Follows the system until the button is pressed; the choice is remembered in this browser. */
export function initTheme(button) {
  apply(localStorage.getItem(key));
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    localStorage.setItem(key, next);
    apply(next);
  });
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function apply(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}
