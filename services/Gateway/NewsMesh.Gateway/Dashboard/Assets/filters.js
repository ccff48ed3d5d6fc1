import { el } from "./dom.js";

const typingPause = 250;
const names = ["q", "entity", "source", "duplicate"];

/** The filter form. Its values live in the page's address, so that a filtered view can be shared. */
export class Filters {
  constructor(onChange) {
    this.onChange = onChange;
    this.fields = {
      q: input("search", "Search title and text", "Search"),
      entity: input("text", "Entity", "Entity"),
      source: input("text", "Source", "Source"),
      duplicate: el("select", { "aria-label": "Duplicates" },
        option("", "All articles"), option("unique", "Unique"), option("near", "Near-duplicates"), option("exact", "Exact duplicates")),
    };
    this.clear = el("button", { type: "button", class: "ghost", onclick: () => this.set({}) }, "Clear filters");
    this.fields.q.className = "wide";
    this.node = el("form", { class: "filters", role: "search", onsubmit: event => event.preventDefault() },
      Object.values(this.fields), this.clear);
    this.node.addEventListener("input", () => this.#soon());
    this.#read();
  }

  values() {
    return Object.fromEntries(names.map(name => [name, this.fields[name].value.trim()]));
  }

  get active() {
    return Object.values(this.values()).some(Boolean);
  }

  set(values) {
    for (const name of names) this.fields[name].value = values[name] ?? "";
    this.#apply();
  }

  #read() {
    const query = new URLSearchParams(location.search);
    for (const name of names) this.fields[name].value = query.get(name) ?? "";
    this.#mark();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#apply(), typingPause);
  }

  #apply() {
    clearTimeout(this.timer);
    const query = new URLSearchParams(Object.entries(this.values()).filter(([, value]) => value));
    history.replaceState(null, "", `${query.size ? `?${query}` : location.pathname}${location.hash}`);
    this.#mark();
    this.onChange();
  }

  #mark() {
    this.clear.style.setProperty("visibility", this.active ? "visible" : "hidden");
  }
}

function input(type, placeholder, label) {
  return el("input", { type, placeholder, "aria-label": label, autocomplete: "off", spellcheck: "false" });
}

function option(value, text) {
  return el("option", { value }, text);
}
