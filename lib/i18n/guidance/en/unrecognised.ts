import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

/** For a message that is not in the catalogue. */
export const unrecognised = {
  unrecognised: {
    meaning:
      'This message is not in the catalogue, so Sealwatch concludes nothing about the disks from it. Stamps and the detailed status still count.',
    next: [
      'Keep watching, and do not restart the VM: an unknown message can belong to a running job.',
      'Check the detailed status and the level of the status; an error level is a failure until shown otherwise.',
      'Copy the raw text with the extension version when you report it or contact support.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
