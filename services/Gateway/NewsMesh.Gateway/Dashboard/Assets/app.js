import { articleView } from "./article.js";
import { ArticleList } from "./articles.js";
import { refreshCounts, show as showCounts } from "./counts.js";
import { fault, note } from "./dom.js";
import { entitiesView } from "./entities.js";
import { initKeyboard } from "./keyboard.js";
import { follow } from "./live.js";
import { rejectionsView } from "./rejections.js";
import { storyList, storyView } from "./stories.js";
import { initTheme } from "./theme.js";

const panes = document.getElementById("main");
const side = document.getElementById("side");
const detail = document.getElementById("detail");
const articles = new ArticleList();
let visit = 0;

const views = {
  articles: async (id, revision) => {
    if (side.firstChild !== articles.node) side.replaceChildren(articles.node);
    articles.select(id);
    return id ? articleView(id, revision, filterByEntity) : note("Choose an article.");
  },
  stories: async id => {
    const list = await storyList(id);
    side.replaceChildren(list);
    return id ? storyView(id) : note("Choose a story: one event, told by several articles.");
  },
  entities: () => entitiesView(filterByEntity),
  rejections: () => rejectionsView(),
};
const wide = new Set(["entities", "rejections"]);

/** Shows what the address names: #/view/id?revision=n. A visit that was overtaken by another shows nothing. */
async function route() {
  const number = ++visit;
  const [path, query] = location.hash.slice(2).split("?");
  const [name, id] = path.split("/");
  const view = views[name] ? name : "articles";
  panes.toggleAttribute("data-wide", wide.has(view));
  panes.toggleAttribute("data-open", Boolean(id));
  for (const link of document.querySelectorAll("[data-view]")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }

  const content = await Promise.resolve(views[view](id && decodeURIComponent(id), new URLSearchParams(query).get("revision")))
    .catch(fault);
  if (number !== visit) return;
  detail.replaceChildren(content);
  detail.scrollTop = 0;
}

function filterByEntity(entity) {
  articles.filters.set({ entity });
  location.hash = "#/articles";
}

initTheme(document.getElementById("theme"));
initKeyboard(side);
addEventListener("hashchange", route);
follow({
  enriched: event => {
    articles.arrived(event);
    refreshCounts();
  },
  rejected: () => {
    refreshCounts();
    if (location.hash.startsWith("#/rejections")) route();
  },
  changed: () => {
    if (location.hash.startsWith("#/stories")) route();
  },
  dropped: () => articles.load(),
});
showCounts();
articles.load();
route();
