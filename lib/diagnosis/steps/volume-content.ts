import type { TextVerdict, VolumeVerdict } from '@/lib/encryption/types'
import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { showsEncrypted } from '../guest-evidence'

/** Key settings alone, and a failed run, leave open what is on the volume. */
function isPlain({ state }: VolumeVerdict, word: string | null): boolean {
  return state === 'not-encrypted' || ((state === 'conflict' || state === 'failed') && word === 'NotEncrypted')
}

/** Only where no tool in the VM shows an encrypted volume. */
export function plainVolumes(
  verdict: TextVerdict,
  fragments: readonly Fragment[],
): { readonly allPlain: boolean; readonly osPlain: boolean } {
  if (showsEncrypted(fragments)) return { allPlain: false, osPlain: false }
  const { volumes } = verdict
  const plain = (volume: VolumeVerdict): boolean => isPlain(volume, verdict[volume.role].reported)
  const osVolume = volumes.find(({ role }) => role === 'os')
  return {
    allPlain: volumes.length > 0 && volumes.every(plain),
    osPlain: osVolume !== undefined && plain(osVolume),
  }
}

/** By the report and by what the checks found of each volume. */
export const reportsEncrypted = ({ os, data, volumes }: TextVerdict): boolean =>
  [os, data].some(({ reported }) => reported === 'Encrypted' || reported === 'VMRestartPending') ||
  volumes.some(({ state }) => state === 'encrypted' || state === 'encrypted-unverified')
