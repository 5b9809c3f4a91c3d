import { osFailure, stateErrors } from '../../lifecycle/failure-texts'
import { fails, linuxAde, never, says, sized, stamped } from '../fragments'
import type { Story } from './story'

const succeeded = 'Encryption succeeded for all volumes'

/** Success without encryption, or not for every disk. */
export const dataStories = {
  'disk-added': {
    osDisk: stamped,
    dataDisks: [sized(stamped, 128), sized(never, 256)],
    extensions: [linuxAde(says(succeeded, 'Encrypted', 'Encrypted'))],
  },
  'data-skipped': {
    dataDisks: [sized(stamped, 128)],
    extensions: [
      linuxAde(says('Encryption succeeded for data volumes', 'NotEncrypted', 'NotEncrypted'), {
        settings: { VolumeType: 'Data' },
      }),
    ],
  },
  'data-not-mounted': {
    osDisk: stamped,
    dataDisks: [sized(stamped, 128), sized(stamped, 128)],
    extensions: [linuxAde(says(succeeded, 'Encrypted', 'NotMounted'))],
  },
  'stamped-after-failure': {
    osDisk: stamped,
    extensions: [linuxAde(fails(19, osFailure('stripdown', stateErrors.stripdown), 'NotEncrypted', 'NotMounted'))],
  },
  'guest-decrypted': {
    osDisk: stamped,
    dataDisks: [sized(stamped, 64)],
    extensions: [linuxAde(says(succeeded, 'Encrypted', 'NotEncrypted'))],
  },
} as const satisfies Record<string, Story>
