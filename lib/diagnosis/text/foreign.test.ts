import { describe, expect, it } from 'vitest'
import { nearestTexts } from '@/lib/messages/normalise/nearest'
import { explainAny } from './explain-any'
import type { ExplainedText } from './explain-text'

const ade = '[Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]:'
const started = 'OS disk encryption started'
const succeeded = 'Encryption succeeded for all volumes'

function read(text: string): ExplainedText {
  const found = explainAny(text)
  if (found.kind !== 'text') throw new Error(`taken for ${found.kind}`)
  return found.text
}
const decisive = (text: string): string | undefined => read(text).messages.find(({ decides }) => decides)?.kind
const sentence = (name: string, type: string | null, message: string): string =>
  `VM has reported a failure when processing extension '${name}'${type === null ? '' : ` (publisher 'Lotus' and type '${type}')`}. Error message: '${message}'.`

describe('what other extensions say', () => {
  it.each([
    ['ARM names another type', sentence('own', 'LotusAgent', 'Enable failed.'), 'own'],
    [
      'even with a text of disk encryption',
      sentence(
        'own',
        'LotusAgent',
        'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.',
      ),
      'own',
    ],
    [
      'ARM names another name',
      sentence('CustomScriptExtension', null, 'Enable failed: No space left on device'),
      'CustomScriptExtension',
    ],
    [
      'with its code',
      `(VMExtensionProvisioningError) ${sentence('CustomScript', 'CustomScript', 'Enable failed.')}\nCode: VMExtensionProvisioningError`,
      'CustomScript',
    ],
    [
      'its output quotes ours',
      `${sentence('CustomScript', 'CustomScript', 'exit status=1').slice(0, -2)}\n[stdout]\n${succeeded}\n[stderr]\n'.`,
      'CustomScript',
    ],
    [
      'it did not answer in time',
      'VMExtensionProvisioningTimeout: Provisioning of VM extension LotusAgent has timed out.',
      'LotusAgent',
    ],
    [
      'its handler failed',
      "VMExtensionHandlerNonTransientError: The handler for VM extension type 'Lotus.LotusAgent' has reported terminal failure for VM extension 'LotusAgent' with error message: 'Non-zero exit code: 51'.",
      'Lotus.LotusAgent',
    ],
    [
      'its own log',
      '2026/03/09 08:00:01 [Microsoft.Lotus.LotusAgent-1.0]: [StatusReport (0)] msg: Enable failed.',
      'Microsoft.Lotus.LotusAgent',
    ],
    [
      'the log of the agent',
      '2026-03-09T08:00:01.000000Z ERROR ExtHandler [Lotus.LotusAgent-1.28.11] Non-zero exit code: 51\n[stdout]\nEnable failed.',
      'Lotus.LotusAgent',
    ],
  ])('is theirs, without advice: %s', (_name, text, extension) => {
    const { messages, problems, foreign } = read(text)
    expect([messages, problems, foreign.at(-1)?.extension]).toEqual([[], [], extension])
  })

  it('decides nothing in a log of both', () => {
    const log = [
      `2026/03/09 08:00:01 ${ade} [StatusReport (2)] msg: ${started}`,
      '2026/03/09 09:00:01 [Microsoft.Lotus.LotusAgent-1.0]: [StatusReport (0)] status: error',
      '2026/03/09 09:00:01 [Microsoft.Lotus.LotusAgent-1.0]: [StatusReport (0)] msg: Enable failed.',
      `2026/03/09 09:00:02 ${ade} 77: [Info] lotus`,
    ].join('\n')
    expect(decisive(log)).toBe('linux-os-encryption-started')
    expect(read(log).foreign.map(({ line }) => line)).toEqual([3])
  })

  it.each([
    ['type', sentence('own', 'AzureDiskEncryptionForLinux', 'Enable failed.')],
    ['name', sentence('AzureDiskEncryption', null, 'Enable failed.')],
    [
      'own text under a name that an administrator chose',
      sentence('own', null, 'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.'),
    ],
    [
      'timeout',
      'VMExtensionProvisioningTimeout: Provisioning of VM extension AzureDiskEncryptionForLinux has timed out.',
    ],
  ])('is ours where disk encryption is named: %s', (_name, text) => {
    expect([read(text).foreign, read(text).messages.length]).toEqual([[], 1])
  })

  it('leaves a line behind a closed sentence to itself', () => {
    const text = `${sentence('own', 'LotusAgent', 'Enable failed.')}\n${started}`
    expect([decisive(text), read(text).foreign.length]).toEqual(['linux-os-encryption-started', 1])
  })
})

describe('a failure', () => {
  it.each([
    ['on one line', sentence('ade', 'AzureDiskEncryptionForLinux', succeeded)],
    [
      'over lines',
      `${sentence('ade', 'AzureDiskEncryptionForLinux', 'exit status=1').slice(0, -2)}\n[stdout]\n${succeeded}\n'.`,
    ],
  ])('that quotes a success stays a failure: %s', (_name, text) => {
    expect(decisive(text)).not.toBe('linux-all-succeeded')
    expect(read(text).problems.map(({ severity }) => severity)).toContain('error')
  })

  it.each([
    ['a code behind it', (text: string) => `${text}\nErrorCode: VMExtensionProvisioningError`],
    ['a sentence without a reason behind it', (text: string) => `${text}\n\nVMExtensionProvisioningError`],
  ])('that names its cause is decided by no wrapper: %s', (_name, wrap) => {
    const known = 'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.'
    expect(decisive(wrap(sentence('ade', 'AzureDiskEncryptionForLinux', known)))).toMatch(/memory/)
    expect(decisive(wrap(sentence('ade', 'AzureDiskEncryptionForLinux', 'lotus pond')))).toBe('unrecognised')
  })
})

describe('a text that comes near', () => {
  it('is named, and none to a sentence that denies', () => {
    const near = 'OS disk was successfully encrypted, reboot the VM'
    expect(nearestTexts(near).map(({ kind }) => kind)).toContain('linux-os-please-reboot')
    for (const denial of [`Ticket: the log never shows ${near}`, `It isn't so: ${near}`, `${near} とは表示されません`])
      expect(nearestTexts(denial).map(({ kind }) => kind)).not.toContain('linux-os-please-reboot')
  })
})

describe('messages of several machines', () => {
  const prompts = (first: string, second: string): string =>
    `ops@${first}:~$ tail -1 extension.log\n${started}\nops@${second}:~$ tail -1 extension.log\n${succeeded}`

  it.each([
    ['prompts', prompts('lotus-1', 'lotus-2'), ['lotus-1', 'lotus-2']],
    [
      'syslog',
      `Mar 09 08:00:00 lotus ade[9]: ${started}\nMar 09 09:00:00 harbour ade[9]: ${succeeded}`,
      ['lotus', 'harbour'],
    ],
  ])('decide nothing of each other: %s', (_name, text, names) => {
    const { order, messages, problems } = read(text)
    expect([order, problems, messages.some(({ decides }) => decides)]).toEqual(['machines', [], false])
    expect(messages.map(({ machine }) => machine)).toEqual(names)
  })

  it.each([
    prompts('lotus', 'LOTUS.internal'),
    `ops@laptop:~$ az vm show\n${sentence('ade', 'AzureDiskEncryptionForLinux', 'Enable failed.')}\nops@lotus:~$ tail -1 extension.log\n${started}`,
  ])('are absent where one machine is named: %s', (text) => {
    expect(read(text).order).toBe('text')
  })
})

describe('what is read of other systems', () => {
  it.each([
    'Please enter passphrase for disk LOTUS_SSD_980 (luks-9): ',
    'Please unlock disk nvme0n1p3_crypt: ',
    '[    3.100] Please unlock disk sda2_crypt on my own board:',
  ])('is no boot screen of an encrypted VM in Azure: %s', (text) => {
    expect(explainAny(text).kind).toBe('none')
  })

  it('knows a journal line with the number of its process', () => {
    const text =
      'Nov 26 04:16:55 lotus AzureDiskEncryption[2391]: 2391: [Error] Failed to store BEK in BEK VOLUME with error: x'
    expect(decisive(text)).toBe('linux-log-key-not-stored')
  })

  it.each(['{"os":"NotEncrypted","data":"NotMounted","os":"Encrypted"}', '[{"a":{"b":1,"b":2}},{"os":"Encrypted"}]'])(
    'claims nothing from JSON that names a field twice: %s',
    (text) => {
      expect(explainAny(text)).toEqual({ kind: 'none', code: 'json-invalid', unknown: [] })
    },
  )

  it('reads JSON whose objects name the same fields', () => {
    expect(explainAny('[{"os":"Encrypted","a":"os\\":"},{"os":"Encrypted"}]').kind).toBe('text')
  })
})

describe('a person’s sentence', () => {
  it.each([
    'The guide does not have a word about what happens then.',
    'We followed every step and it failed with the same error.',
    'Does that command support what we have here?',
  ])('resembles no known text by words of any sentence: %s', (text) => {
    expect(nearestTexts(text)).toEqual([])
  })
})
