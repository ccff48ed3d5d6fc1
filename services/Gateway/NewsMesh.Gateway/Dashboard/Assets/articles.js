import { get } from "./api.js";
import { articleItem, summaryOf } from "./cards.js";
import { el, fault, note } from "./dom.js";
import { Filters } from "./filters.js";

const maxShown = 500;
const requeryPause = 600;
const maxWaiting = 100;

/** The list of articles: newest first, filtered, and growing as articles arrive. */
export class ArticleList {
  constructor() {
    this.filters = new Filters(() => this.load());
    this.list = el("ul", { class: "list", id: "articles" });
    this.tail = el("div");
    this.node = el("div", {}, this.filters.node, this.list, this.tail);
    this.current = null;
    this.request = 0;
    this.sinceRequest = [];
  }

  /** Loads the first page by the filters; an answer that a later request has overtaken is dropped. */
  async load() {
    const request = ++this.request;
    this.sinceRequest = [];
    try {
      const page = await get("/articles", this.filters.values());
      if (request !== this.request) return;
      this.list.replaceChildren(...page.items.map(article => articleItem(article, this.current)));
      // The answer may be older than what has arrived meanwhile.
      for (const event of this.sinceRequest.splice(0)) this.#put(event);
      this.#end(page.nextCursor);
    } catch (error) {
      if (request === this.request) this.tail.replaceChildren(fault(error));
    }
  }

  /** An article has arrived: on top of an unfiltered list at once, else the filter is asked again a little later. */
  arrived(event) {
    if (this.filters.active) {
      this.timer ??= setTimeout(() => {
        this.timer = null;
        this.load();
      }, requeryPause);
      return;
    }

    this.sinceRequest.push(event);
    if (this.sinceRequest.length > maxWaiting) this.sinceRequest.shift();
    this.#put(event);
  }

  #put(event) {
    this.#find(event.articleId)?.remove();
    const item = articleItem(summaryOf(event), this.current);
    item.classList.add("arrived");
    this.list.prepend(item);
    while (this.list.children.length > maxShown) this.list.lastElementChild.remove();
    if (this.tail.querySelector(".note")) this.tail.replaceChildren();
  }

  select(id) {
    this.current = id;
    for (const link of this.list.querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
    const item = id && this.#find(id);
    item?.firstElementChild.setAttribute("aria-current", "true");
    item?.scrollIntoView({ block: "nearest" });
  }

  #find(id) {
    return [...this.list.children].find(item => item.dataset.id === id);
  }

  #end(cursor) {
    if (cursor) {
      this.tail.replaceChildren(el("button", { class: "more", type: "button", onclick: () => this.#more(cursor) }, "Show more"));
    } else {
      this.tail.replaceChildren(...(this.list.children.length > 0 ? [] : [this.#nothing()]));
    }
  }

  async #more(cursor) {
    const request = ++this.request;
    try {
      const page = await get("/articles", { ...this.filters.values(), cursor });
      if (request !== this.request) return;
      const known = new Set([...this.list.children].map(item => item.dataset.id));
      this.list.append(...page.items.filter(a => !known.has(a.articleId)).map(a => articleItem(a, this.current)));
      this.#end(page.nextCursor);
    } catch (error) {
      this.tail.replaceChildren(fault(error));
    }
  }

  #nothing() {
    return this.filters.active
      ? note("No article matches these filters.")
      : note("No articles yet. Submit one:", el("code", {},
        `curl ${location.origin}/articles -H 'Content-Type: application/json' -d '{"url": "https://example.org/news/1"}'`));
  }
}
