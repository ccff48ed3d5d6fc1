import { get } from "./api.js";
import { el } from "./dom.js";
import { count } from "./format.js";

const minInterval = 1000;
let timer = null;

/** Shows the counts again, at most once a second however many events arrive. */
export function refreshCounts() {
  timer ??= setTimeout(() => {
    timer = null;
    show();
  }, minInterval);
}

export async function show() {
  try {
    const { submitted, byStatus } = await get("/submissions");
    document.getElementById("counts").replaceChildren(
      figure("submitted", submitted), ...Object.entries(byStatus).map(([status, value]) => figure(status, value)));
  } catch {
    // The live mark in the header tells that the gateway is away; old counts are better than none.
  }
}

function figure(status, value) {
  return el("div", { "data-status": status, "data-zero": value === 0 }, el("dt", {}, status), el("dd", {}, count(value)));
}
