import { el } from "./dom.js";
import { percent } from "./format.js";

const headings = { PERSON: "People", ORGANIZATION: "Organizations", LOCATION: "Places", MISC: "Other" };

/** The entities by type. Pressing one shows it alone in the text; pressing it again lists all articles that name it. */
export function entityCard(entities, body, filterBy) {
  const card = el("section", { class: "card", id: "entities" }, el("h2", {}, "Entities"));
  const indexed = entities.map((entity, index) => ({ ...entity, index })).sort((a, b) => b.salience - a.salience);
  for (const [type, heading] of Object.entries(headings)) {
    const chips = indexed.filter(entity => entity.type === type).map(entity => chip(entity, card, body, filterBy));
    if (chips.length > 0) card.append(el("h3", {}, heading), el("div", { class: "chips" }, chips));
  }

  if (entities.length === 0) card.append(el("p", { class: "meta" }, "None were found."));
  return card;
}

function chip(entity, card, body, filterBy) {
  return el("button", {
    type: "button", class: "chip", "data-type": entity.type, "aria-pressed": "false",
    title: `salience ${percent(entity.salience)}; press to find it in the text, twice to list its articles`,
    onclick: event => {
      const button = event.currentTarget;
      if (button.getAttribute("aria-pressed") === "true") {
        filterBy(entity.name);
        return;
      }
      for (const other of card.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", other === button);
      focusOn(body, entity.index);
    },
  }, entity.name, " ", el("b", {}, entity.mentions.length));
}

function focusOn(body, index) {
  body.dataset.focus = "";
  for (const mark of body.querySelectorAll("mark")) mark.toggleAttribute("data-on", mark.dataset.entity === String(index));
  body.querySelector("mark[data-on]")?.scrollIntoView({ block: "nearest", behavior: "smooth" });
}
