import type { Known } from '@/lib/shared/known'
import type { ImageFacts, OsType, VmFacts } from '@/lib/facts/types'
import { fail, notApplicable, pass, unread, warn, type Found, type ReadinessCheck } from '../found'
import type { WantedVolumes } from '../types'
import { covers, supportOf, systemName, type Distribution } from './distributions'
import { distributionOfImage, imageText } from './image-name'
import { endOfLifeOf } from './lifecycle-dates'

/**
 * Whether the image is a listed one. Custom Linux images are not supported; Windows needs no list.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-operating-systems
 */
export function judgeImage(image: Known<ImageFacts>, osType: Known<OsType>, wanted: WantedVolumes): Found {
  if (!osType.known) return unread('not-read')
  if (osType.value === 'Windows') return notApplicable('linux-only')
  if (!image.known) return image.why === 'absent' ? warn('image-none') : unread('not-read')
  const { value } = image
  if (value.publisher === null && value.offer === null) {
    return value.id === null ? unread('not-read') : fail('image-custom', { image: value.id })
  }
  const values = { image: imageText(value) }
  const distribution = distributionOfImage(value)
  if (distribution === null) return warn('image-not-listed', values)
  const { listed, tolerated } = supportOf(distribution)
  if (covers(listed, wanted)) return pass('image-listed', values)
  if (listed === 'data') return fail('image-data-only', values)
  return covers(tolerated, wanted) ? warn('image-not-listed', values) : fail('image-unsupported', values)
}

export const image: ReadinessCheck = ({ facts, wanted }) => judgeImage(facts.image, facts.osType, wanted)

/** The operating system as the agent reports it. */
function runningSystem({ osName, osVersion }: VmFacts): Distribution | null {
  return osName.known && osVersion.known ? { name: systemName(osName.value), version: osVersion.value } : null
}

function hasMoved(running: Distribution, { image: stored }: VmFacts): boolean {
  const installed = stored.known ? distributionOfImage(stored.value) : null
  if (installed === null) return false
  const release = ({ name, version }: Distribution): string =>
    name === 'ubuntu' ? version.slice(0, 5) : version.replace(/[.-].*/s, '')
  return installed.name !== running.name || release(installed) !== release(running)
}

/**
 * What the agent reports, which also shows upgrades in place that the image hides.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-operating-systems
 */
export const runningOs: ReadinessCheck = ({ facts, wanted }) => {
  if (!facts.osType.known) return unread('not-read')
  if (facts.osType.value === 'Windows') return pass('os-windows')
  const running = runningSystem(facts)
  if (running === null) return unread('not-read')
  const values = { os: running.name, version: running.version }
  const { listed, tolerated } = supportOf(running)
  if (covers(listed, wanted))
    return hasMoved(running, facts) ? warn('os-differs-from-image', values) : pass('os-listed', values)
  if (listed === 'data') return fail('os-data-only', values)
  return covers(tolerated, wanted) ? warn('os-not-listed', values) : fail('os-unsupported', values)
}

/**
 * Support for encryption ends with the publisher's own. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-operating-systems
 */
export const endOfLifeOs: ReadinessCheck = ({ facts }, now) => {
  const { osName, osVersion, osType } = facts
  if (!osName.known || !osType.known) return unread('not-read')
  const version = osVersion.known ? osVersion.value : ''
  const name = osType.value === 'Windows' ? osName.value : systemName(osName.value)
  const end = endOfLifeOf(name, version)
  if (end === null) return unread('os-lifecycle-unknown')
  const values = { os: osType.value === 'Windows' ? name : `${name} ${version}`, date: end }
  return Date.parse(end) < now ? warn('os-past-end-of-life', values) : pass('os-in-support', values)
}
