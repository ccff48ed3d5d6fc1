// Every node of the page is made here, and text only ever becomes text: data never reaches a parser of HTML.

/** A new element: props are attributes ("class", "data-…"), "on…" handlers, or booleans; children are nodes or text. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** An address that may be followed: http and https only, since addresses come from the articles. */
export function safeHref(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link out of this page that tells the other side nothing; plain text where the address is none. */
export function outLink(url, text) {
  const href = safeHref(url);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : el("span", {}, text);
}

export function note(...children) {
  return el("div", { class: "note" }, ...children);
}

export function fault(error) {
  return el("div", { class: "note fault", role: "alert" }, error.message);
}
