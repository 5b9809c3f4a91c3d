import 'server-only'

/**
 * Whether an address belongs to the configured ARM, over https and without credentials in it. The origin alone does not
 * prove that: the origin of `blob:https://…` is the one inside (https://url.spec.whatwg.org/#concept-url-origin).
 * @param armEndpoint an https origin
 */
export function isOfArm(url: URL, armEndpoint: string): boolean {
  return url.protocol === 'https:' && url.origin === armEndpoint && url.username === '' && url.password === ''
}
