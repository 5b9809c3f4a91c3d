import type { ImageFacts } from '@/lib/facts/types'
import type { Distribution } from './distributions'

type Reader = (offer: string, sku: string) => string | null

/** Versions in SKUs: `7_9`, `79-gen2`, `7.4`, `8_10`, `810-gen2`; `7-LVM` has the first part only. */
const redHatVersion: Reader = (offer, sku) => {
  if (!/^(rhel|centos(-lvm)?)$/.test(offer)) return null
  const [, major, minor] = /^(\d)[._-]?(\d{1,2})?(?:[-_](?:lvm|gen[12]))*$/.exec(sku) ?? []
  if (major === undefined) return null
  return minor === undefined ? major : `${major}.${minor}`
}

const readers: Readonly<Record<string, { readonly name: string; readonly version: Reader }>> = {
  canonical: {
    name: 'ubuntu',
    version: (offer, sku) =>
      /minimal|pro|fips|confidential|cvm/.test(`${offer} ${sku}`)
        ? null
        : (/(\d{2})[._]04/.exec(`${offer} ${sku}`)?.[0].replace('_', '.') ?? null),
  },
  redhat: { name: 'rhel', version: redHatVersion },
  openlogic: { name: 'centos', version: redHatVersion },
  oracle: {
    name: 'oracle',
    version: (_, sku) => /^ol(\d)(\d{1,2})-lvm/.exec(sku)?.slice(1, 3).join('.') ?? null,
  },
  microsoftcblmariner: {
    name: 'mariner',
    version: (offer, sku) => (offer === 'cbl-mariner' ? (/^cbl-mariner-(\d)/.exec(sku)?.[1] ?? null) : null),
  },
  suse: {
    name: 'sles',
    version: (offer, sku) => (/^sles(-hpc)?(-12)?/.test(offer) ? (/^12-sp[34]/.exec(sku)?.[0] ?? null) : null),
  },
}

/** The operating system of a marketplace image by its name; null where the table does not contain it. */
export function distributionOfImage({ publisher, offer, sku }: ImageFacts): Distribution | null {
  const key = (publisher ?? '').toLowerCase()
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
  const version = reader?.version((offer ?? '').toLowerCase(), (sku ?? '').toLowerCase()) ?? null
  return reader === undefined || version === null ? null : { name: reader.name, version }
}

/** `publisher:offer:sku`, as Azure CLI spells it. */
export function imageText({ publisher, offer, sku }: ImageFacts): string {
  return [publisher, offer, sku].map((part) => part ?? '').join(':')
}
