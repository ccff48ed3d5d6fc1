import { el } from "./dom.js";

/**
 * The text in paragraphs with its mentions marked. Offsets are UTF-16 indices, which JavaScript's are too.
 * A mention that overlaps the one before it is left unmarked rather than shown twice.
 */
export function marked(text, entities) {
  const mentions = entities
    .flatMap((entity, index) => entity.mentions.map(mention => ({ ...mention, type: entity.type, name: entity.name, index })))
    .sort((a, b) => a.start - b.start);
  const paragraphs = [];
  let next = 0;
  for (const { start, end } of paragraphSpans(text)) {
    const nodes = [];
    let at = start;
    while (next < mentions.length && mentions[next].start < end) {
      const mention = mentions[next++];
      if (mention.start < at || mention.end > end) continue;
      nodes.push(text.slice(at, mention.start), mark(text, mention));
      at = mention.end;
    }
    nodes.push(text.slice(at, end));
    paragraphs.push(el("p", {}, nodes));
  }
  return paragraphs;
}

function mark(text, { start, end, type, name, index, confidence }) {
  const title = `${name} (${type.toLowerCase()}, ${Math.round(confidence * 100)}%)`;
  return el("mark", { "data-type": type, "data-entity": index, title }, text.slice(start, end));
}

function* paragraphSpans(text) {
  let start = 0;
  for (const gap of text.matchAll(/\n{2,}/g)) {
    yield { start, end: gap.index };
    start = gap.index + gap[0].length;
  }
  yield { start, end: text.length };
}
