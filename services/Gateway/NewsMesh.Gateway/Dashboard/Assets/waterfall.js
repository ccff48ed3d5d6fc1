import { el } from "./dom.js";
import { duration } from "./format.js";

/** The stages of a trace as bars over their common time, waiting shown as the gaps between them. */
export function waterfall(trace) {
  const total = Math.max(trace.totalMs, 0.001);
  const rows = trace.stages.map(stage => {
    const fill = el("div", { class: "fill" });
    fill.style.setProperty("left", `${(100 * stage.offsetMs) / total}%`);
    fill.style.setProperty("width", `${(100 * stage.durationMs) / total}%`);
    return el("div", { class: "row", "data-stage": stage.stage },
      el("span", {}, stage.stage, " ", el("span", { class: "version" }, `version ${stage.version}`)),
      el("span", { class: "time" }, duration(stage.durationMs)),
      el("div", { class: "track" }, fill),
      stage.note && el("span", { class: "version wide" }, stage.note));
  });
  return el("section", { class: "card" },
    el("h2", {}, `Stages, ${duration(trace.totalMs)} in all`),
    el("div", { class: "waterfall" }, rows),
    el("h3", {}, "Trace"),
    el("span", { class: "traceid" }, trace.traceId));
}
