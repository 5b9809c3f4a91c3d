import { entriesLike, type CatalogueGroup } from '../entries-like'
import { json, whole } from '../patterns'

/** One word alone. */
const word = entriesLike({
  origin: 'linux-extension',
  target: 'substatus-message',
  facet: 'data',
  specificity: 50,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'not-started',
  volume: 'data',
  severity: 'info',
  terminal: false,
  reach: 'substatus',
  confidence: 'source',
})

/** Both words together. */
const pair = entriesLike({
  origin: 'linux-extension',
  target: 'substatus-message',
  facet: 'pair',
  specificity: 80,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'succeeded',
  volume: 'all',
  severity: 'info',
  terminal: true,
  reach: 'substatus',
  confidence: 'source',
})

/**
 * The sub-status: a JSON text with the state of the OS and of the data volumes.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/DiskUtil.py
 */
export const substatusEntries = {
  'substatus-os-not-encrypted': word(json({ os: 'NotEncrypted' }), { facet: 'os', volume: 'os' }),
  'substatus-os-encrypted': word(json({ os: 'Encrypted' }), {
    facet: 'os',
    phase: 'succeeded',
    volume: 'os',
    terminal: true,
  }),
  'substatus-os-in-progress': word(json({ os: 'EncryptionInProgress' }), {
    facet: 'os',
    phase: 'os-encrypting',
    volume: 'os',
  }),
  'substatus-os-restart-pending': word(json({ os: 'VMRestartPending' }), {
    facet: 'os',
    phase: 'restart-pending',
    volume: 'os',
    severity: 'action',
  }),
  'substatus-data-not-encrypted': word(json({ data: 'NotEncrypted' })),
  'substatus-data-not-mounted': word(json({ data: 'NotMounted' }), { phase: 'unknown', severity: 'warning' }),
  'substatus-data-encrypted': word(json({ data: 'Encrypted' }), { phase: 'succeeded', terminal: true }),
  'substatus-data-in-progress': word(json({ data: 'EncryptionInProgress' }), { phase: 'data-encrypting' }),
  'substatus-data-decrypting': word(json({ data: 'DecryptionInProgress' }), { phase: 'decrypting' }),
  'substatus-json-shape': word(
    whole(
      /^\s{0,64}\{\s{0,64}"(?:data|os)"\s{0,64}:\s{0,64}"\w{1,64}"\s{0,64},\s{0,64}"(?:data|os)"\s{0,64}:\s{0,64}"\w{1,64}"\s{0,64}\}\s{0,64}$/,
    ),
    { facet: 'shape', specificity: 10, phase: 'unknown', volume: 'all' },
  ),
  'substatus-pair-encrypted-encrypted': pair(json({ os: 'Encrypted', data: 'Encrypted' })),
  'substatus-pair-encrypted-notmounted': pair(json({ os: 'Encrypted', data: 'NotMounted' })),
  'substatus-pair-notencrypted-encrypted': pair(json({ os: 'NotEncrypted', data: 'Encrypted' })),
  'substatus-pair-encryptioninprogress-encryptioninprogress': pair(
    json({ os: 'EncryptionInProgress', data: 'EncryptionInProgress' }),
    { phase: 'starting', terminal: false },
  ),
  'substatus-pair-vmrestartpending-encrypted': pair(json({ os: 'VMRestartPending', data: 'Encrypted' }), {
    phase: 'restart-pending',
    severity: 'action',
    terminal: false,
  }),
  'substatus-pair-notencrypted-notencrypted': pair(json({ os: 'NotEncrypted', data: 'NotEncrypted' }), {
    phase: 'not-started',
    severity: 'warning',
    terminal: false,
  }),
} satisfies CatalogueGroup
