import { articlePath, get } from "./api.js";
import { el, fault, note } from "./dom.js";

/** What stripping kept and dropped; where this host cannot tell, the page as received is one link away. */
export async function stripped(id, revision) {
  try {
    const { items } = await get(articlePath(id, "/stripped"), { revision });
    const dropped = items.filter(block => !block.kept).length;
    return el("div", {},
      el("p", { class: "meta" }, `${items.length - dropped} blocks kept, ${dropped} dropped`),
      el("div", { class: "blocks" }, items.map(block)));
  } catch (error) {
    if (error.status !== 404) return fault(error);
    const raw = el("a", { href: articlePath(id, `/raw?revision=${revision}`), target: "_blank", rel: "noopener" }, "page as received");
    return note(error.message, " See the ", raw, ".");
  }
}

function block({ text, kept, reason, kind }) {
  return el("div", { class: "block", "data-kept": String(kept) },
    el("span", {}, text),
    el("span", { class: "why", title: kind }, reason));
}
