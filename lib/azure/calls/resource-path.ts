import 'server-only'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Longer than any id that ARM returns. */
const longestId = 1500
/** A name is one segment of a path: nothing in it may end the segment or leave it. */
const segment = /^(?!\.+$)[^\s\p{C}\\/?#%&"'<>]{1,260}$/u

/**
 * An ARM id that may be requested: its path, with every segment encoded, and the subscription whose rate limit it
 * counts against.
 */
export interface ResourcePath {
  readonly path: string
  readonly subscriptionId: string
}

/**
 * Checks an id from a response. Null for anything but the id of a resource of this type, so that no response can direct
 * a request elsewhere.
 * @param type provider and types, e.g. `Microsoft.Compute/disks` or `Microsoft.Network/virtualNetworks/subnets`
 */
export function resourcePath(id: string, type: string): ResourcePath | null {
  if (id.length > longestId || !id.startsWith('/')) return null
  const parts = id.slice(1).split('/')
  const [provider = '', ...types] = type.split('/')
  const [subscriptions, subscriptionId = '', groups, , providers, namespace, ...rest] = parts
  const names = [subscriptions, groups, providers, namespace].map((part) => part?.toLowerCase())
  if (names.join('/') !== `subscriptions/resourcegroups/providers/${provider.toLowerCase()}`) return null
  const isTyped =
    rest.length === types.length * 2 && types.every((each, at) => rest[at * 2]?.toLowerCase() === each.toLowerCase())
  if (!isTyped || !guid.test(subscriptionId) || !parts.every((part) => segment.test(part))) return null
  return { path: `/${parts.map(encodeURIComponent).join('/')}`, subscriptionId }
}
