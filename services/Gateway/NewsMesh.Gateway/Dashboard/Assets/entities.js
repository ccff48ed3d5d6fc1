import { get } from "./api.js";
import { el, note } from "./dom.js";
import { count } from "./format.js";

const types = [["PERSON", "People"], ["ORGANIZATION", "Organizations"], ["LOCATION", "Places"], ["MISC", "Other"]];
const shown = 30;

/** The most named entities of each type; one leads to the articles that name it. */
export async function entitiesView(filterBy) {
  const lists = await Promise.all(types.map(([type]) => get("/entities", { type, limit: shown })));
  const cards = lists.map(({ items }, index) => items.length > 0 && el("section", { class: "card" },
    el("h2", {}, types[index][1]),
    el("div", { class: "chips" }, items.map(entity => el("button", {
      type: "button", class: "chip", "data-type": entity.type, onclick: () => filterBy(entity.name),
    }, entity.name, " ", el("b", {}, count(entity.articles))))))).filter(Boolean);
  return el("div", { class: "sheet" },
    el("h1", {}, "Entities"),
    el("p", { class: "lead" }, "Who and what the articles name, with the number of articles."),
    cards.length > 0 ? el("div", { class: "columns" }, cards) : note("None yet."));
}
