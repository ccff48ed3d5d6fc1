import { get } from "./api.js";
import { articleItem, storyItem } from "./cards.js";
import { el, note } from "./dom.js";
import { fullTime, plural } from "./format.js";

/** The list of stories. */
export async function storyList(current) {
  const { items } = await get("/stories", { limit: 100 });
  return items.length > 0
    ? el("ul", { class: "list" }, items.map(story => storyItem(story, current)))
    : note("No stories yet.");
}

/** One story with its articles. */
export async function storyView(id) {
  const { story, articles } = await get(`/stories/${encodeURIComponent(id)}`);
  return el("div", { class: "sheet" },
    el("a", { class: "back", href: "#/stories" }, "Back to the list"),
    el("h1", {}, story.title || "Untitled story"),
    el("p", { class: "lead" },
      [plural(story.articles, "article", "articles"), ...story.sources, `${fullTime(story.firstAt)} to ${fullTime(story.lastAt)}`].join(", ")),
    story.mergedInto && el("p", {}, "Now part of ",
      el("a", { href: `#/stories/${encodeURIComponent(story.mergedInto)}` }, "another story"), "."),
    el("ul", { class: "list" }, articles.map(article => articleItem(article, null))));
}
