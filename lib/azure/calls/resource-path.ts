import 'server-only'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Longer than any id that ARM gives. */
const longestId = 1500
/** A name is one segment of a path: nothing in it may end the segment or climb out of it. */
const segment = /^(?!\.+$)[^\s\p{C}\\/?#%&"'<>]{1,260}$/u

/** An ARM id that may be asked for: its path, every segment encoded, and the subscription whose pace it is counted to. */
export interface ResourcePath {
  readonly path: string
  readonly subscriptionId: string
}

/**
 * Checks an id that came out of somebody's answer. Null for one that is not the id of a resource of this type, so that
 * no answer can send us anywhere else.
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
