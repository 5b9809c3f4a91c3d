import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

/** For a text that the catalogue does not hold. */
export const unrecognised = {
  unrecognised: {
    meaning:
      'This text is not in the catalogue, so nothing about the disks is concluded from it. Stamps and the detailed status still count.',
    next: [
      'Keep watching, and do not restart the VM: an unknown text can belong to a running job.',
      'Judge by the detailed status and the level of the status; an error level is a failure until shown otherwise.',
      'Copy the raw text with the extension version when you report it or ask for support.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
