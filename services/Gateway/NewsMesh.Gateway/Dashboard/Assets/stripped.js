import { get } from "./api.js";
import { el, fault, note } from "./dom.js";

/** What stripping kept and dropped; where this host cannot tell, the page as received is one link away. */
export async function stripped(links) {
  if (!links.stripped) {
    const raw = el("a", { href: links.raw, target: "_blank", rel: "noopener" }, "page as received");
    return note("What was stripped is not available in this host. See the ", raw, ".");
  }

  try {
    const { items } = await get(links.stripped);
    const dropped = items.filter(block => !block.kept).length;
    return el("div", {},
      el("p", { class: "meta" }, `${items.length - dropped} blocks kept, ${dropped} dropped`),
      el("div", { class: "blocks" }, items.map(block)));
  } catch (error) {
    return fault(error);
  }
}

function block({ text, kept, reason, kind }) {
  return el("div", { class: "block", "data-kept": String(kept) },
    el("span", {}, text),
    el("span", { class: "why", title: kind }, reason));
}
