import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";

/** The one address there is a server at: nobody but this computer reaches it. */
export const HOME = "127.0.0.1";

/** What the policy says that a page can't say of itself. */
const NOT_FRAMED = "frame-ancestors 'none'";

/** A server of one page and nothing else, which says the page's own policy in its headers as well. */
export function pageServer(page: string): Server {
  const body = Buffer.from(page);
  const headers: OutgoingHttpHeaders = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body.length,
    "Content-Security-Policy": [policyOf(page), NOT_FRAMED].join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
  return createServer((request, response) => {
    const status = statusOf(request);
    if (status === 200) response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
    else
      response.writeHead(status, { "Content-Type": "text/plain", ...(status === 405 && { Allow: "GET, HEAD" }) }).end();
  });
}

/**
 * Another name for this computer is refused: a site that makes its own name mean 127.0.0.1 would be the same origin to
 * a browser as what is served here.
 */
function statusOf({ method, url, headers, socket }: IncomingMessage): number {
  const port = socket.localPort ?? 0;
  if (headers.host !== `${HOME}:${port}` && headers.host !== `localhost:${port}`) return 403;
  if (url !== "/") return 404;
  return method === "GET" || method === "HEAD" ? 200 : 405;
}

function policyOf(page: string): string {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]{1,4096})">/.exec(page)?.[1] ?? "default-src 'none'";
}
