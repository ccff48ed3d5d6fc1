import { articlePath, get } from "./api.js";
import { el, outLink } from "./dom.js";
import { entityCard } from "./entitycard.js";
import { fullTime, plural } from "./format.js";
import { marked } from "./highlight.js";
import { stripped } from "./stripped.js";
import { waterfall } from "./waterfall.js";

/** One article: its text with the entities marked, or what was stripped; duplicates, story and stages beside it. */
export async function articleView(id, revision, filterBy) {
  const [article, trace] = await Promise.all([
    get(articlePath(id), { revision }),
    get(articlePath(id, "/trace"), { revision }),
  ]);
  const body = el("div", { class: "prose", lang: article.language === "und" ? null : article.language },
    marked(article.text, article.entities));
  const main = el("div", {}, tabs(article, body), body);
  const aside = el("aside", { class: "aside", "aria-label": "About this article" },
    await duplicateCard(article.duplicate),
    entityCard(article.entities, body, filterBy),
    waterfall(trace),
    await storyCard(article),
    metadataCard(article.metadata));
  return el("article", { class: "article", "data-id": id }, header(article), main, aside);
}

function header(article) {
  const { articleId, revision, links } = article;
  return el("header", {},
    el("a", { class: "back", href: "#/articles" }, "Back to the list"),
    el("div", { class: "kicker" }, [article.siteName ?? article.source, article.section].filter(Boolean).join(", ")),
    el("h1", {}, article.title || "Untitled"),
    el("div", { class: "meta" },
      article.byline.length > 0 && el("span", {}, article.byline.join(", ")),
      article.publishedAt && el("time", { datetime: article.publishedAt, title: `found in: ${article.publishedAtFrom}` },
        `published ${fullTime(article.publishedAt)}`),
      el("time", { datetime: article.receivedAt }, `received ${fullTime(article.receivedAt)}`),
      el("span", {}, plural(article.wordCount, "word", "words")),
      el("span", {}, `language ${article.language}`),
      ...revisionLinks(articleId, revision)),
    el("div", { class: "links" },
      article.url && outLink(article.canonicalUrl ?? article.url, "Source page"),
      el("a", { href: links.raw, target: "_blank", rel: "noopener" }, "Page as received"),
      el("a", { href: articlePath(articleId, `?revision=${revision}`), target: "_blank", rel: "noopener" }, "JSON")));
}

function revisionLinks(id, revision) {
  return Array.from({ length: revision }, (_, index) => index + 1)
    .filter(number => revision > 1 && revision - number < 5)
    .map(number => number === revision
      ? el("span", {}, `revision ${number}`)
      : el("a", { href: `#/articles/${encodeURIComponent(id)}?revision=${number}` }, `revision ${number}`));
}

function tabs(article, body) {
  const shown = { text: [...body.childNodes], stripped: null };
  const buttons = {};
  const show = async name => {
    for (const [key, button] of Object.entries(buttons)) {
      button.setAttribute("aria-selected", key === name);
      button.tabIndex = key === name ? 0 : -1;
    }
    shown[name] ??= [await stripped(article.links)];
    body.classList.toggle("prose", name === "text");
    body.replaceChildren(...shown[name]);
  };
  buttons.text = tab("Clean text", true, () => show("text"));
  buttons.stripped = tab("What was stripped", false, () => show("stripped"));
  return el("div", { class: "switch", role: "tablist", onkeydown: event => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = buttons.text.getAttribute("aria-selected") === "true" ? "stripped" : "text";
    buttons[other].focus();
    show(other);
  } }, Object.values(buttons));
}

function tab(text, selected, onclick) {
  return el("button", { type: "button", role: "tab", "aria-selected": String(selected), tabindex: selected ? 0 : -1, onclick }, text);
}

async function duplicateCard({ status, of, similarity }) {
  if (status === "unique" || !of) return null;
  const title = await get(articlePath(of)).then(original => original.title, () => null);
  return el("section", { class: "card", id: "duplicate" },
    el("h2", {}, status === "exact" ? "Exact duplicate of" : "Near-duplicate of"),
    el("a", { href: `#/articles/${encodeURIComponent(of)}` }, title || of),
    el("p", { class: "meta" }, `similarity ${similarity.toFixed(3)}`));
}

async function storyCard({ articleId, story }) {
  const members = await get(`/stories/${encodeURIComponent(story.storyId)}`).then(view => view.articles, () => []);
  const others = members.filter(member => member.articleId !== articleId).slice(0, 6);
  return el("section", { class: "card", id: "story" },
    el("h2", {}, "Story"),
    el("a", { href: `#/stories/${encodeURIComponent(story.storyId)}` }, story.title || "Untitled story"),
    others.length === 0
      ? el("p", { class: "meta" }, "No other article tells it.")
      : el("ul", { class: "plain" }, others.map(other => el("li", {},
        el("a", { href: `#/articles/${encodeURIComponent(other.articleId)}` }, other.title || "Untitled"),
        el("span", { class: "meta" }, other.source ?? "")))));
}

function metadataCard(metadata) {
  const entries = Object.entries(metadata ?? {});
  return entries.length === 0 ? null : el("section", { class: "card" },
    el("h2", {}, "Metadata"),
    el("dl", {}, entries.flatMap(([key, value]) => [el("dt", { class: "meta" }, key), el("dd", {}, value)])));
}
