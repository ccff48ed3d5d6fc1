/** JSON of the gateway's own API; an answer that is none throws with the sentence that the server gave. */
export async function get(path, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value));
  let response;
  try {
    response = await fetch(query.size ? `${path}?${query}` : path, { headers: { accept: "application/json" } });
  } catch {
    throw new Error("The gateway does not answer.");
  }

  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.detail ?? `The gateway answered ${response.status}.`);
  return body;
}

export const articlePath = (id, rest = "") => `/articles/${encodeURIComponent(id)}${rest}`;
