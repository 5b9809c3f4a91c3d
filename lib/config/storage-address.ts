import 'server-only'
import { cloudHosts, type CloudName } from './clouds'
import type { StorageHosts } from './server-config'

/** The hosts of blob storage that may be called: one configured origin, otherwise those of the cloud. */
export function storageOf(origin: string | undefined, cloud: CloudName): StorageHosts {
  return origin === undefined
    ? { kind: 'suffixes', suffixes: cloudHosts[cloud].storageSuffixes }
    : { kind: 'origin', origin }
}

/**
 * Whether an address may be called as one of blob storage: https, no port and no credentials, and a storage host of the
 * configured cloud; or the one origin that the operator named.
 */
export function isStorageAddress(address: string, hosts: StorageHosts): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false
  if (hosts.kind === 'origin') return url.origin === hosts.origin
  if (url.port !== '' || url.hostname.split('.').includes('')) return false
  return hosts.suffixes.some((suffix) => url.hostname.endsWith(`.${suffix}`))
}

/** Names of containers (https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata). */
const containerName = /^[a-z0-9](?:-?[a-z0-9]){2,62}$/

/** The address of a container without a slash at its end; null for any other address, also for one with a signature. */
export function containerAddress(text: string, hosts: StorageHosts): string | null {
  if (!isStorageAddress(text, hosts)) return null
  const { origin, pathname, search, hash } = new URL(text)
  const parts = pathname.replace(/\/$/, '').split('/').slice(1)
  if (search !== '' || hash !== '' || !containerName.test(parts.at(-1) ?? '')) return null
  // The fake Azure has the account in the path, as storage emulators do.
  return hosts.kind === 'suffixes' && parts.length !== 1 ? null : `${origin}/${parts.join('/')}`
}
