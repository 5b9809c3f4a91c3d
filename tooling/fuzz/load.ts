import type { Target } from './target'
import type { TargetName } from './targets'

const loaders: Readonly<Record<TargetName, () => Promise<{ readonly target: Target }>>> = {
  'arm-vm': () => import('./targets/arm-vm'),
  paste: () => import('./targets/paste'),
  'resource-graph': () => import('./targets/resource-graph'),
  'arm-parts': () => import('./targets/arm-parts'),
  'access-token': () => import('./targets/access-token'),
  addresses: () => import('./targets/addresses'),
  requests: () => import('./targets/requests'),
  'guest-text': () => import('./targets/guest-text'),
}

/** Each target imports a large part of the product, so it is loaded only when it runs. */
export async function targetOf(name: TargetName): Promise<Target> {
  return (await loaders[name]()).target
}
