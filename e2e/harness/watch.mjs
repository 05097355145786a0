// What a browser complains about while a journey runs: console errors, broken requests, foreign hosts.

const CONSOLE_TELLS_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Listens on every page of the context; `problems` grows, `allow(pattern)` takes expected ones out. */
export function watch(context, origin) {
  const problems = [];
  const allowed = [];
  const refusedPages = new Set();
  const note = (text) => {
    if (!allowed.some((pattern) => pattern.test(text))) problems.push(text);
  };

  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // A refused form is a page of status 4xx, which Chromium also writes to the console; journeys look at the page.
    const isRefusedPage = CONSOLE_TELLS_STATUS.test(message.text()) && refusedPages.has(message.location().url);
    if (!isRefusedPage) note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`script: ${error.error().stack ?? error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isOurs) note(`a request leaves the product: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') note(`request failed: ${request.url()} ${why}`); // aborted: the person went on
  });
  context.on('response', (response) => {
    const request = response.request();
    const isPage = request.isNavigationRequest();
    if (response.status() >= 500) note(`status ${response.status()}: ${request.method()} ${response.url()}`);
    if (isPage && response.status() >= 400 && response.status() < 500) refusedPages.add(response.url());
  });

  const allow = (pattern) => {
    allowed.push(pattern);
    for (let at = problems.length - 1; at >= 0; at -= 1) if (pattern.test(problems[at])) problems.splice(at, 1);
  };
  return { problems, allow };
}
