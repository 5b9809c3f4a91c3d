import 'server-only'

/**
 * Whether an address is one of the configured ARM, over https and without credentials of its own. Its origin alone does
 * not say so: that of `blob:https://…` is the one inside (https://url.spec.whatwg.org/#concept-url-origin).
 * @param armEndpoint an https origin
 */
export function isOfArm(url: URL, armEndpoint: string): boolean {
  return url.protocol === 'https:' && url.origin === armEndpoint && url.username === '' && url.password === ''
}
