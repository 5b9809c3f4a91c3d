import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import { answerForPeople } from './explain-as-text'

it.each(languages)('leaves no text without a next step where no problem has one (%s)', async (language) => {
  const shown = async (text: string) => (await answerForPeople(text, language)).output
  const guidance = await loadGuidance(language)
  const done = await shown(samples['linux-all-succeeded'])
  for (const step of guidance['linux-all-succeeded'].next) expect(done).toContain(`- ${step}`)
  const printed = await shown('OsVolumeEncrypted          : Encrypted\nDataVolumesEncrypted       : Encrypted\n')
  const { states, verdict, facts } = messages[language]
  expect(printed).toContain(`- ${verdict.next.verify.title}`)
  expect(printed).toContain(`${facts.role.data}: ${states.data['encrypted-unverified']}`)
  expect(await shown('"EncryptionOperation": "EnableEncryption"')).toContain('az vm encryption show')
})

it('gives every message its next steps, once where it is repeated', async () => {
  const { 'linux-log-mount-scheme-system': scheme, 'linux-log-app-compat': service } = await loadGuidance('en')
  const log = `${samples['linux-log-mount-scheme-system']}\n${samples['linux-log-mount-scheme-system']}\n${samples['linux-log-app-compat']}`
  const { output } = await answerForPeople(log, 'en')
  for (const step of [...scheme.next, ...service.next]) expect(output.split(`  - ${step}\n`), step).toHaveLength(2)
})

it.each(languages)(
  'says how to read lines and codes, and gives the commands with their warnings (%s)',
  async (language) => {
    const { output } = await answerForPeople(samples['linux-bek-not-attached'], language)
    const { explain, troubleshoot } = messages[language]
    const { steps, risks } = await loadRemedies(language)
    const [above = '', commands = ''] = output.split(explain.legend.replace('{decides}', explain.decides))
    expect(above).toContain(`[${explain.decides}]`)
    expect(commands).toContain(explain.commandsTitle.replace('{placeholder}', troubleshoot.steps.placeholder))
    expect(commands).toContain(
      [`  ${steps['deallocate-and-start'].title}`, `    ! ${risks['stops-vm'].warning}`].join('\n'),
    )
    expect(commands).toContain("    az vm deallocate --resource-group '<RESOURCE-GROUP>' --name '<VM-NAME>'")
    expect(commands.split(`  ${steps['check-nothing-runs'].title}\n`)).toHaveLength(2)
  },
)

it.each(languages)('writes "or" before a step that replaces the one above it (%s)', async (language) => {
  const { output } = await answerForPeople(samples['backup-vault-permissions'], language)
  const { steps, risks } = await loadRemedies(language)
  const { or } = messages[language].troubleshoot.steps
  expect(output).toContain(
    `- ${steps['grant-backup'].title}\n       ! ${risks['replaces-permissions'].warning}\n     - ${or} ${steps['grant-backup-role'].title}\n`,
  )
})

it('marks a text that was shortened', async () => {
  const { output } = await answerForPeople(`Failed to encrypt data volumes with error: ${'x'.repeat(400)}`, 'en')
  expect(output).toMatch(/x…\n/)
})

it.each(languages)('doubts the headline with the word that it comes from (%s)', async (language) => {
  const block = 'OsVolumeEncrypted          : NotEncrypted\nDataVolumesEncrypted       : NotEncrypted\n'
  const { output } = await answerForPeople(block, language)
  expect(output.split('\n')[0]).toContain(`${messages[language].states.state['not-encrypted']} (?)`)
})

it('writes a drive once, and says where a list is of several VMs', async () => {
  const volume = (word: string) => `Volume C: [Windows]\n    Conversion Status:    ${word}\n`
  const { output } = await answerForPeople(`${volume('Fully Encrypted')}\n${volume('Fully Decrypted')}`, 'en')
  expect(output).toContain('  C: fully encrypted')
  expect(output).not.toContain('::')
  expect(output).toContain(messages.en.explain.listedTwice)
})

it('shows no English word for the data disks in Japanese', async () => {
  const { output } = await answerForPeople(
    'OsVolumeEncrypted          : Encrypted\nDataVolumesEncrypted       : Encrypted\n',
    'ja',
  )
  expect(output).not.toMatch(/\bdata:/i)
})

const cases = join(process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared'), 'cases')

describe.skipIf(!existsSync(cases))('a real paste gets what helped in its case', () => {
  it.each([
    ['010', /settings.*no proof/],
    ['044', /has no ProgressMessage/],
    ['065', /holds too little/],
    ['008', /If it is not, restore the snapshot or backup/],
    ['010', /^VM \(name not stated\): Failure reported, encryption state unknown\n {2}The text reports a failure/],
    ['010', /Method: dual pass/],
    ['029', /Only if the key file is empty or wrong: write it again/],
    ['040', /--key-encryption-keyvault/],
    ['058', /Choose a size with 8 GB of memory or more/],
    ['070', /packages that were not installed/],
    ['020', /keeps the root file system busy/],
    ['034', /Update the `Az.Compute` module/],
    ['047', /Check the result in the service that reported it(?![^]*Refresh the status)/],
    ['049', /Check the result in the service that reported it(?![^]*Refresh the status)/],
    // The disk names the secret that opens it.
    ['053', /Check the key settings of each disk[^]*Get the disk’s key/],
    // A message of the Linux extension: no command of Windows.
    ['063', /^(?![^]*Get-Disk)[^]*sudo mount -a/],
    // Only the prompt with its command stands beside the output.
    ['061', /^(?![^]*was not judged)/],
    ['035', /Register the feature[^]*managed disks|managed disks[^]*Register the feature/],
    ['044', /manage-bde -status/],
    ['051', /only on a copy/],
    ['058', /8 GB/],
    ['063', /The VM has no data disk \(Possible\)/],
    ['065', /manage-bde -status/],
    ['069', /name the [/]dev[/]mapper device with nofail/],
    ['077', /Keep both secrets and both keys until `Encryption settings updated`/],
  ])('%s', async (id, expected) => {
    const text = readFileSync(join(cases, `${id}.txt`), 'utf8')
    expect((await answerForPeople(text, 'en')).output).toMatch(expected)
  })

  it.each(languages)('shows the own steps of the deciding message beside those of a problem (%s)', async (language) => {
    const guidance = await loadGuidance(language)
    const text = samples['arm-scale-set-unsupported']
    const { output } = await answerForPeople(text, language)
    for (const step of guidance['arm-scale-set-unsupported'].next) expect(output).toContain(`- ${step}`)
  })

  it('shows no own steps of a failure beside work that may go on', async () => {
    const { output } = await answerForPeople(`OS disk encryption started\n\n${samples['linux-bek-not-attached']}`, 'en')
    expect(output).not.toContain('deallocate')
  })
})

it.each([
  ['DecryptionInProgress', 'decrypting'],
  ['EncryptionInProgress', 'encrypting'],
] as const)('leads with work on the data volumes before a due restart: %s', async (word, state) => {
  const block = `OsVolumeEncrypted : VMRestartPending\nDataVolumesEncrypted : ${word}`
  const { output } = await answerForPeople(block, 'en')
  const { states, verdict } = messages.en
  expect(output).toContain(`: ${states.state[state]}\n`)
  expect(output).not.toContain(states.meaning['restart-pending'])
  expect(output).not.toContain(verdict.next.restart.text)
})
