// JSON files, each fetched once a page whoever asks first.
const requests = new Map();

/** The content of a JSON file; a request that failed is forgotten, so that asking again tries again. */
export function fetchOnce(address) {
  const url = new URL(address, document.baseURI).href;
  if (!requests.has(url)) {
    const request = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    });
    request.catch(() => requests.delete(url));
    requests.set(url, request);
  }
  return requests.get(url);
}
