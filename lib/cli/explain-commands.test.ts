import { describe, expect, it } from 'vitest'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import { answerForPeople } from './explain-as-text'

const head = '2026/05/02 08:00:01 [Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.0]: 7: [Error] '

/** The steps of each cause, and the commands of each step, by their titles. */
async function advised(text: string, language: 'en' | 'ja') {
  const { output } = await answerForPeople(text, language)
  const [above = '', below = ''] = output.split(
    messages[language].explain.commandsTitle.replace(
      '{placeholder}',
      messages[language].troubleshoot.steps.placeholder,
    ),
  )
  const causes = above.split(/\n {2}\d\. /).slice(1)
  const commands = new Map(
    below.split(/\n(?= {2}\S)/).map((part): readonly [string, string] => {
      const [title = '', ...lines] = part.trim().split('\n')
      return [title, lines.join('\n')]
    }),
  )
  return { output, causes, commands }
}

describe.each(languages)('the commands of a text (%s)', (language) => {
  it('leave the application out where dual pass is the fault, after the old extension is gone', async () => {
    const { steps } = await loadRemedies(language)
    const { output, commands } = await advised(samples['arm-generation-2-dual-pass'], language)
    expect(output).not.toMatch(/--aad-client|-Aad[A-Z]\w+ '/)
    const places = (['check-nothing-encrypted', 'remove-dual-pass-extension', 'enable-single-pass'] as const).map(
      (kind) => output.indexOf(`- ${steps[kind].title}\n`),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(commands.get(steps['enable-single-pass'].title)).toContain('az vm encryption enable ')
    expect(commands.get(steps['check-nothing-encrypted'].title)).toContain('storageProfile.osDisk.encryptionSettings')
    expect(output).not.toContain(steps['enable-again'].title)
  })

  it('take the pass from the path and not from the head of a log line, and warn of the deallocation', async () => {
    const { steps, risks } = await loadRemedies(language)
    const { causes, commands } = await advised(
      `${head}${samples['linux-os-target-busy'].replaceAll(/(ForLinux)-\d[\d.]+/g, '$1-0.1.0.999283')}`,
      language,
    )
    const again = commands.get(steps['enable-again'].title)
    expect(again).toMatch(
      /Set-AzVMDiskEncryptionExtension .* -AadClientID '<APPLICATION-ID>'.* -AadClientSecret \(Read/,
    )
    expect(again).not.toContain('az vm encryption enable')
    expect(again).toContain(risks['deallocates-with-settings'].warning)
    expect(again).toContain(risks['needs-key'].warning)
    expect(causes[0]).toContain(
      `- ${steps['enable-again'].title}\n       ! ${risks.restart.warning}\n       ! ${risks['changes-key'].warning}\n       ! ${risks['deallocates-with-settings'].warning}`,
    )
    const plain = await advised(`${head}${samples['linux-os-target-busy']}`, language)
    expect(plain.commands.get(steps['enable-again'].title)).toContain('az vm encryption enable ')
  })

  it('change to single pass on a release without Python 2, and stay dual pass for the other causes', async () => {
    const { steps, causes: titles } = await loadRemedies(language)
    const { causes } = await advised(samples['dual-kv-getheader'], language)
    const change = causes.find((cause) => cause.startsWith(titles['release-lacks-python'].title)) ?? ''
    expect(change).toContain(`- ${steps['remove-dual-pass-extension'].title}`)
    expect(change).toContain(`- ${steps['enable-single-pass'].title}`)
    expect(change).not.toContain(steps['enable-again'].title)
    expect(causes[0]).toContain(`- ${steps['enable-again'].title}`)
    const encrypted = await advised(
      `${samples['dual-kv-getheader']}\n\nNAME MOUNTPOINT\nosencrypt crypt /\n\n/dev/mapper/osencrypt is active and is in use.\n  type:    LUKS1\n  cipher:  aes-xts-plain64`,
      language,
    )
    expect(encrypted.output).not.toContain(`- ${steps['remove-dual-pass-extension'].title}`)
  })

  it('say once that a key encryption key can be left out, and that its URL has a version', async () => {
    const { output } = await advised(samples['dual-kv-getheader'], language)
    expect(output.split(messages[language].explain.keyNote)).toHaveLength(2)
  })

  it('are those of both systems where the system is not known, and of one where it is', async () => {
    const { output: unknown } = await advised(
      'OsVolumeEncrypted : NotEncrypted\nDataVolumesEncrypted : NotEncrypted',
      language,
    )
    expect(unknown).toContain('    Linux:\n    lsblk')
    expect(unknown).toContain('    Windows:\n    manage-bde -status')
    const { output: linux } = await advised('Failed to store BEK in BEK VOLUME with error: x', language)
    expect(linux).not.toContain('    Windows:')
  })

  it('show what decides on access to a vault, and of which VM a secret is', async () => {
    const { output } = await advised('Failed to store BEK in BEK VOLUME with error: x', language)
    expect(output).toContain('rbac:properties.enableRbacAuthorization')
    expect(output).toContain('vm:tags.MachineName')
  })

  it('look for packages with a command that the package manager accepts', async () => {
    const { steps } = await loadRemedies(language)
    const { commands } = await advised(samples['linux-log-package-lock'], language)
    const listing = commands.get(steps['see-package-manager'].title) ?? ''
    expect(listing).toMatch(/sudo apt-get update .*\n.*tdnf makecache\n.*zypper refresh\n.*yum makecache/)
    expect(listing).not.toMatch(/apt-get -s/)
  })

  it('decode the key of the disk, and unwrap a wrapped one in its vault', async () => {
    const { steps } = await loadRemedies(language)
    const { causes, commands } = await advised(samples['boot-passphrase-prompt'], language)
    expect(commands.get(steps['fetch-disk-key'].title)).toMatch(
      /az keyvault secret download .* --encoding base64 --file LinuxPassPhraseFileName$/,
    )
    const unwrap = commands.get(steps['unwrap-disk-key'].title) ?? ''
    expect(unwrap).toMatch(
      /^ *wrapped=\$\(az keyvault secret show .*\)\n *az rest --method post --resource https:\/\/vault\.azure\.net .* --url '<KEY-URL>''\/unwrapkey\?api-version=7\.4' /,
    )
    expect(unwrap).toContain('urlsafe_b64decode')
    const [first = ''] = causes
    const places = (['fetch-disk-key', 'unwrap-disk-key', 'enter-passphrase'] as const).map((kind) =>
      first.indexOf(`- ${steps[kind].title}\n`),
    )
    expect(places[0]).toBeGreaterThan(0)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('look at the screenshot of Windows, and make the key file there', async () => {
    const { steps } = await loadRemedies(language)
    const { output, commands } = await advised(samples['boot-bitlocker-recovery'], language)
    expect(output).not.toContain('boot-diagnostics get-boot-log ')
    expect(commands.get(steps['check-still-at-boot'].title)).toMatch(
      /az vm boot-diagnostics get-boot-log-uris .* --query consoleScreenshotBlobUri /,
    )
    expect(commands.get(steps['fetch-disk-key'].title)).toContain("--encoding base64 --file '<PATH-OF-KEY-FILE>'")
    expect(commands.get(steps['unwrap-disk-key'].title)).toMatch(/Invoke-AzRestMethod .*unwrapkey[^]*WriteAllBytes/)
    expect(commands.get(steps['unlock-repair-disk'].title)).toContain("-RecoveryKey '<PATH-OF-KEY-FILE>'")
    expect(output).not.toMatch(/cryptsetup/)
  })

  it('mount what unlocking needs, free the old name of the group, and close the copy before it returns', async () => {
    const { steps, risks } = await loadRemedies(language)
    const { causes, commands } = await advised(samples['boot-root-not-found'], language)
    const [modules = ''] = causes
    const order = (
      [
        'unlock-repair-disk',
        'import-volume-group',
        'restore-group-name',
        'rebuild-boot-files',
        'close-repair-disk',
        'swap-repaired-disk',
      ] as const
    ).map((kind) => modules.indexOf(`- ${steps[kind].title}\n`))
    expect(order[0]).toBeGreaterThan(0)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(commands.get(steps['unlock-repair-disk'].title)).toMatch(
      /mount -L 'BEK VOLUME' \/mnt\/azure_bek_disk\n.*'<BOOT-PARTITION-OF-COPY>' \/investigateboot.*\n *test -e \/dev\/mapper\/osencrypt \|\| sudo cryptsetup luksOpen/,
    )
    const rename = commands.get(steps['restore-group-name'].title) ?? ''
    expect(rename).toContain(risks['loses-repair-vm'].warning)
    expect(rename).toMatch(/vgrename '<OLD-NAME-OF-COPY>' oldvg[^]*vgrename rescuemevg '<OLD-NAME-OF-COPY>'/)
    expect(commands.get(steps['rebuild-boot-files'].title)).toMatch(
      /chroot \/investigateroot .*update-initramfs.*dracut/,
    )
    expect(commands.get(steps['close-repair-disk'].title)).toMatch(/umount[^]*vgchange -a n[^]*luksClose osencrypt/)
  })

  it('show the present policies before they are replaced, and warn of it', async () => {
    const { steps, risks } = await loadRemedies(language)
    const { commands } = await advised(samples['backup-vault-permissions'], language)
    const grant = commands.get(steps['grant-backup'].title) ?? ''
    expect(grant).toContain(risks['replaces-permissions'].warning)
    expect(grant).toMatch(/az keyvault show .*properties\.accessPolicies[^]*az keyvault set-policy /)
  })

  it.each([
    samples['kv-encryption-set-refused'],
    "KeyVaultKeyNotEnabled\nThe key vault key 'https://kv-a.vault.azure.net/keys/key1' used for disk encryption set 'des1' must be enabled state.",
  ])('never take get and unwrapKey from the identity of a service: %s', async (text) => {
    const { causes, steps } = await loadRemedies(language)
    const { output, commands } = await advised(text, language)
    expect(output).not.toMatch(/--secret-permissions|PermissionsToSecrets/)
    expect(output).not.toContain(causes['caller-lacks-vault-rights'].title)
    expect(output.indexOf(causes['key-disabled'].title)).toBeLessThan(
      output.indexOf(causes['service-lacks-key-rights'].title),
    )
    expect(commands.get(steps['grant-service-key'].title)).toContain('--key-permissions get wrapKey unwrapKey')
    expect(commands.get(steps['grant-service-key-role'].title)).toContain(
      "--role 'Key Vault Crypto Service Encryption User'",
    )
  })

  it('leave the rights of the caller alone where the code names a disabled key', async () => {
    const { output } = await advised('KeyVaultKeyNotEnabled', language)
    expect(output).not.toContain('set-policy')
  })
})
