import { el } from "./dom.js";
import { ago, fullTime, plural } from "./format.js";

/** One article in any list. */
export function articleItem(article, current) {
  const { articleId, title, excerpt, duplicate, entities } = article;
  return el("li", { "data-id": articleId },
    el("a", { href: `#/articles/${encodeURIComponent(articleId)}`, "aria-current": articleId === current ? "true" : null },
      el("div", { class: "meta" },
        el("span", {}, article.source ?? article.siteName ?? "unknown source"),
        el("time", { datetime: article.receivedAt, title: fullTime(article.receivedAt) }, ago(article.receivedAt)),
        el("span", {}, article.language),
        article.revision > 1 && el("span", {}, `revision ${article.revision}`),
        duplicate && duplicate.status !== "unique" && el("span", { class: "badge", "data-status": duplicate.status }, duplicate.status)),
      el("h3", {}, title || "Untitled"),
      el("p", { class: "excerpt" }, excerpt),
      entities.length > 0 && el("div", { class: "chips" },
        entities.slice(0, 4).map(entity => el("span", { class: "chip", "data-type": entity.type }, entity.name)))));
}

/** One story in any list. */
export function storyItem(story, current) {
  return el("li", {},
    el("a", { href: `#/stories/${encodeURIComponent(story.storyId)}`, "aria-current": story.storyId === current ? "true" : null },
      el("div", { class: "meta" },
        el("span", {}, plural(story.articles, "article", "articles")),
        el("time", { datetime: story.lastAt, title: fullTime(story.lastAt) }, ago(story.lastAt)),
        story.mergedInto && el("span", { class: "badge" }, "merged")),
      el("h3", {}, story.title || "Untitled story"),
      el("p", { class: "excerpt" }, story.sources.join(", "))));
}

/** The listing form of an enriched event. */
export function summaryOf(event) {
  return { ...event, excerpt: event.text.slice(0, 280), entities: [...event.entities].sort((a, b) => b.salience - a.salience) };
}
