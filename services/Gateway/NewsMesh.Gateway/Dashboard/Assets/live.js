const label = document.getElementById("live");

/** Follows the gateway's events; handlers by kind get the event's data. The browser reconnects by itself. */
export function follow(handlers) {
  const source = new EventSource("/events");
  source.onopen = () => state("live", "live");
  source.onerror = () => state("away", source.readyState === EventSource.CLOSED ? "not connected" : "reconnecting");
  for (const [kind, handler] of Object.entries(handlers)) {
    source.addEventListener(kind, event => handler(JSON.parse(event.data)));
  }
}

function state(name, text) {
  label.dataset.state = name;
  label.textContent = text;
}
