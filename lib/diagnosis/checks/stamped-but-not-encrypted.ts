import { whereVolumes } from '../reading'
import type { Check, DiagnosisInput } from '../types'

const stampedOnly = whereVolumes(({ state, stamp }) => state === 'conflict' && stamp === 'encrypted')
/** The settings are written at the start of a run, before anything is encrypted. */
const isStarting = ({ verdict: { progress } }: DiagnosisInput): boolean => progress.phase === 'starting'

/** A disk has key settings, but the extension reports it as not encrypted. */
export const stampedButNotEncrypted: Check = {
  kind: 'stamped-but-not-encrypted',
  severity: 'error',
  uses: ['disk-stamps', 'substatus'],
  find: (reading) => {
    const found = stampedOnly(reading)
    return found !== null && isStarting(reading) ? { ...found, severity: 'info' } : found
  },
}
