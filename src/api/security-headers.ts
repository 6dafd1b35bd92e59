import type { FastifyHelmetOptions } from "@fastify/helmet";

/** Everything is refused but what the page has of its own; nothing inline. Pictures may stand in deck text as data. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "font-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
  },
};

/** What browsers may do with our answers. No HSTS: on one's own machine there is no TLS. */
export const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy,
  crossOriginOpenerPolicy: { policy: "same-origin" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  frameguard: { action: "deny" },
  referrerPolicy: { policy: "no-referrer" },
  strictTransportSecurity: false,
};

/** Abilities that the page does not need, so that nobody who gets into it has them. */
export const PERMISSIONS_POLICY = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"]
  .map((ability) => `${ability}=()`)
  .join(", ");
