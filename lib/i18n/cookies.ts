/**
 * The name under which a browser keeps a choice. With the prefix it takes the cookie from this host alone, over TLS
 * alone and for every path, and no other host of the domain can plant one
 * (https://www.rfc-editor.org/rfc/rfc6265bis#section-4.1.3); without TLS it would take none.
 */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name
}
