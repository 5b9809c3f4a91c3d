import 'server-only'

/** The first half of an IPv6 address is the network of one customer; each of its addresses would be a new one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}

/**
 * Where a request comes from, as the operator's own proxies say: each appends what it saw, so the last entries are
 * theirs and what stands before them is the caller's own word. Without proxies it is what the server itself noted.
 * @param proxies how many of the operator's proxies the request came through
 */
export function wholeAddressOf(forwardedFor: string | null, proxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  return (entries[entries.length - Math.max(1, proxies)] ?? entries[0] ?? '').slice(0, 64).toLowerCase()
}

/** The same as far as it tells customers apart: for limits. */
export function addressOf(forwardedFor: string | null, proxies: number): string {
  return networkOf(wholeAddressOf(forwardedFor, proxies))
}
