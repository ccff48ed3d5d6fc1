import { get } from "./api.js";
import { el, note } from "./dom.js";
import { ago, count, fullTime } from "./format.js";

/** The latest rejections with their reasons, and the number of all of them by reason. */
export async function rejectionsView() {
  const { items, byReason } = await get("/rejections", { limit: 200 });
  const reasons = Object.entries(byReason).sort(([, a], [, b]) => b - a);
  return el("div", { class: "sheet" },
    el("h1", {}, "Rejections"),
    el("p", { class: "lead" }, "What the pipeline could not go on with, and why. Newest first."),
    el("div", { class: "chips" }, reasons.map(([reason, number]) => el("span", { class: "chip" }, reason, " ", el("b", {}, count(number))))),
    items.length > 0 ? table(items) : note("Nothing was rejected."));
}

function table(items) {
  return el("table", { class: "table" },
    el("thead", {}, el("tr", {}, ["Reason", "Stage", "Detail", "Submission", "Received"].map(name => el("th", { scope: "col" }, name)))),
    el("tbody", {}, items.map(item => el("tr", {},
      el("td", {}, el("span", { class: "reason" }, item.reason)),
      el("td", { class: "nowrap" }, item.stage),
      el("td", {}, item.detail, item.url && el("div", { class: "meta" }, item.url)),
      el("td", { class: "mono" }, item.submissionId ?? "none"),
      el("td", { class: "nowrap" }, el("time", { datetime: item.receivedAt, title: fullTime(item.receivedAt) }, ago(item.receivedAt)))))));
}
