import { fieldOf, objectOf } from '@/lib/wire/read'
import { parsed, type Target } from '../target'

/**
 * A planted fault, behind four conditions that none of its bodies fulfils and that random bytes do not meet in years: the
 * test of the fuzzer itself.
 */
export const target: Target = {
  bodies: () => [{ kind: 'disk', name: 'os', size: 30, statuses: [] }],
  texts: [],
  words: ['vault', 'EncryptionState/encrypted'],
  check(text) {
    const body = objectOf(parsed(text))
    const statuses = fieldOf(body, 'statuses')
    if (fieldOf(body, 'kind') !== 'vault') return
    if (fieldOf(body, 'size') !== null) return
    if (!Array.isArray(statuses) || statuses.length === 0) return
    if (statuses[0] === 'EncryptionState/encrypted') throw new Error('the planted fault')
  },
}
