import { describe, expect, it } from 'vitest'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import { steps } from '../steps'
import type { StepRisk } from '../steps/types'
import { startedBy } from '../steps/work'
import { explainAny } from './explain-any'
import { workInWords } from './work-in-words'

const disrupts: readonly StepRisk[] = [
  'restart',
  'stops-vm',
  'erases-data-disks',
  'unprotects-data',
  'removes-extension',
  'irreversible-os-encryption',
]

function disruptiveIn(text: string): readonly string[] {
  const read = explainAny(text)
  if (read.kind !== 'text') throw new Error(`taken for ${read.kind}`)
  return read.text.problems
    .flatMap(({ causes }) => causes.flatMap((cause) => cause.steps))
    .filter((kind) => steps[kind].risks.some((risk) => disrupts.includes(risk)))
}

const failures = [
  samples['linux-os-please-reboot'],
  samples['linux-data-failed-xfs'],
  samples['linux-disable-failed'],
  samples['linux-bek-not-attached'],
  samples['linux-pre-memory'],
  samples['win-log-locked'],
]

/** A word for the work, as the thing that is done, as what a person does, and as what is done to a disk. */
const works = [
  ['encryption', 'encrypting', 'encrypted'],
  ['decryption', 'decrypting', 'decrypted'],
  ['re-encryption', 're-encrypting', 're-encrypted'],
  ['copy', 'copying', 'copied'],
  ['conversion', 'converting', 'converted'],
] as const
const forms = works.flatMap(([noun, doing, done]) => [
  `The OS disk is being ${done}.`,
  `Drive E: is currently being ${done}, 55 percent left`,
  `the volumes get ${done} at the moment`,
  `Windows is ${doing} drive C:`,
  `Status: ${doing}`,
  `${doing} as we speak`,
  `It is in the middle of ${doing} the data disk.`,
  `The ${noun} is ongoing.`,
  `The ${noun} continues in the background.`,
  `${noun}: 45 percent`,
  `The ${noun} is at 12 of 40 GiB`,
  `the ${noun} resumed at 14:05`,
  `We started the ${noun} ten minutes ago.`,
  `The ${noun} hasn't ended.`,
  `The ${noun} isn't through`,
  `Is the ${noun} finished?`,
  `Nobody knows whether the ${noun} has finished.`,
  `The second ${noun} restarted by itself after that`,
  `another 5 hours to go for the ${noun}`,
])
const japaneseForms = ['暗号化', '復号', '再暗号化', 'コピー', '変換'].flatMap((noun) => [
  `OS ディスクを${noun}しています`,
  `データ ディスクの${noun}を行っています`,
  `${noun}が進んでいます`,
  `只今${noun}を実施しております`,
  `${noun}中です`,
  `${noun}の途中`,
  `${noun}は 45% です`,
  `${noun}はあと 5 時間かかります`,
  `${noun}を始めたばかりです`,
  `${noun}がまだ終わらない`,
  `${noun}は完了していません`,
  `${noun}が終わったか分かりません`,
])

describe('work whose end is not said', () => {
  it.each([...forms, ...japaneseForms])('is read: %s', (words) => {
    expect(workInWords(words)).not.toBeNull()
  })

  it.each([
    'The data disk is being decrypted, 31 percent done.',
    'データ ディスクを暗号化しています。',
    'colleague: "do not touch, copying!"',
    'somebody kicked off enable again an hour ago',
    'encrypting data volume 1 of 2: 40%',
    'Encrypting data volume 1/2:40\uFF05',
    'Encrypting data\nvolume 1/2:\n40%',
    'E n c r y p t i n g  data volume',
    'OS disk encryption st\u0430rted',
    `${'word '.repeat(900)}the copy is still running`,
    `${'x '.repeat(200)}so that by now the data disks are being encrypted${' x'.repeat(200)}`,
  ])('stops and changes nothing: %s', (words) => {
    for (const failure of failures) {
      expect(disruptiveIn(`${failure}\n\n${words}`), failure).toEqual([])
      expect(disruptiveIn(`${words}\n\n${failure}`), failure).toEqual([])
    }
  })

  it.each([
    'The encryption failed.',
    'The copy has finished.',
    'The encryption was completed yesterday.',
    'Encryption is supported on this image.',
    'encryption at host is enabled',
    'The VM is not encrypting anything.',
    'It failed after encrypting the first disk.',
    'error while encrypting drive D:',
    'We are encrypting our VMs and got an error',
    'A copy of the files is on another disk.',
    'How do I disable encryption?',
    'Encryption did not complete',
    'Percentage Encrypted: 100.0%',
    'target is busy',
    'cryptsetup: osencrypt is not active',
    'cryptsetup status: /dev/mapper/osencrypt is inactive',
    "The encryption isn't active.",
    '暗号化は完了しました。',
    '暗号化に失敗しました。',
    'コピーは実行中ではありません',
    'ディスクは暗号化されています。',
    '進行中の処理はありません。',
    '暗号化中にエラーが出ました',
  ])('is not in: %s', (words) => {
    expect(workInWords(words)).toBeNull()
  })

  it('is in no text of the catalogue that shows none', () => {
    const found = Object.entries<string>(samples).filter(
      ([kind, text]) => startedBy(kind as keyof typeof samples) === null && workInWords(text) !== null,
    )
    expect(found).toEqual([])
  })
})

/** Sentences of ours about what runs; the others of such messages tell of what came before or follows. */
const ours = [
  'linux-os-encryption-started',
  'linux-data-resume-percent',
  'linux-efa-count',
  'linux-decrypting-count',
  'linux-decrypting-percent',
  'linux-online-background-resumed',
  'linux-online-data-init',
  'linux-phase-encryption-phase-copy-data',
  'linux-machine-state-split-root-partition',
  'linux-machine-state-encrypt-block-device',
  'linux-machine-state-patch-boot-system',
  'linux-machine-state-resume-encryption',
] as const

describe.each(['en', 'ja'] as const)('what Sealwatch itself says of work, in %s', (language) => {
  it('is read as work', async () => {
    const guidance = await loadGuidance(language)
    expect(ours.filter((kind) => workInWords(guidance[kind].meaning) === null)).toEqual([])
    const { problems } = await loadRemedies(language)
    const running = ['os-encryption-silent-phase', 'decryption-running'] as const
    expect(
      running.filter((kind) => workInWords(`${problems[kind].title}. ${problems[kind].meaning}`) === null),
    ).toEqual([])
  })
})

it('a text of which a part was not read stops and changes nothing', () => {
  const noise = Array.from({ length: 20_001 }, (_, at) => `noise ${at}`).join('\n')
  for (const failure of failures) expect(disruptiveIn(`the copy is still running\n${noise}\n${failure}`)).toEqual([])
})
