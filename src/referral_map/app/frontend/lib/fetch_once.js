// JSON files, each fetched once a page whoever asks first.
/** @type {Map<string, Promise<unknown>>} */
const requests = new Map();

/**
 * The content of a JSON file; a request that failed is forgotten, so that asking again tries again.
 * @param {string} address
 * @returns {Promise<unknown>}
 */
export function fetchOnce(address) {
  const url = new URL(address, document.baseURI).href;
  const earlier = requests.get(url);
  if (earlier) return earlier;
  const request = fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  });
  request.catch(() => requests.delete(url));
  requests.set(url, request);
  return request;
}
