import type { FastifyRequest } from "fastify";
import { VivaError } from "../base/index.ts";

/** The names of this machine; a page of another site can make a browser ask under any other (DNS rebinding). */
const LOOPBACK_NAMES = ["localhost", "127.0.0.1", "[::1]"] as const;

/** The values of `Host` by which a server on this port of loopback is meant. */
export function loopbackHosts(port: number): ReadonlySet<string> {
  // Browsers leave the port of their scheme out.
  return new Set(
    LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])),
  );
}

/**
 * Refuses a request that was meant for another server.
 * @throws VivaError VIVA_WRONG_HOST
 */
export function checkHost({ headers, raw }: FastifyRequest, hosts: ReadonlySet<string>): void {
  // A target that names a server counts more than `Host` (RFC 9112, section 3.2.2), and only proxies are sent one.
  if (raw.url?.startsWith("/") && hosts.has((headers.host ?? "").toLowerCase())) return;
  throw new VivaError(
    "VIVA_WRONG_HOST",
    `this server is asked as ${[...hosts].join(" or ")}, not under other names`,
  );
}

/**
 * Refuses a request that another site's page sent: by `Origin`, and where a browser says it by the Fetch Metadata
 * headers (W3C, "Fetch Metadata Request Headers"), from which following a link to the page is exempt.
 * @throws VivaError VIVA_WRONG_ORIGIN
 */
export function checkOrigin({ headers, method }: FastifyRequest): void {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && origin.toLowerCase() !== `http://${host?.toLowerCase()}`) throw foreign();
  if (site === undefined || site === "same-origin" || site === "none") return;
  const followsLink = method === "GET" && headers["sec-fetch-mode"] === "navigate";
  if (!followsLink || headers["sec-fetch-dest"] !== "document") throw foreign();
}

function foreign(): VivaError {
  return new VivaError("VIVA_WRONG_ORIGIN", "only pages of this server may send requests to it");
}
