import { az, powerShell, sequence } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import { act, keyParts, lines, named, own, type Parts } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const secret = own('SECRET-NAME')
const version = own('SECRET-VERSION')
/** The name that Linux looks for; Windows looks for any file of a BEK. */
const keyFile = ({ osType }: CommandSubject) =>
  osType === 'Linux' ? 'LinuxPassPhraseFileName' : own('PATH-OF-KEY-FILE')

const azSecret = (subject: CommandSubject, words: string, ...options: Parameters<typeof az>[1][]): Parts =>
  az(
    `keyvault secret ${words}`,
    ['vault-name', named.vault(subject)],
    ['name', secret],
    ['version', version],
    ...options,
  )

const psSecret = (subject: CommandSubject, ...options: Parameters<typeof powerShell>[1][]): Parts =>
  powerShell(
    'Get-AzKeyVaultSecret',
    ['VaultName', named.vault(subject)],
    ['Name', secret],
    ['Version', version],
    ...options,
  )

/** The end of a script: writes what its Base64 holds to the key file. */
const written = (subject: CommandSubject, text: string): string => {
  const file = keyFile(subject)
  return `[IO.File]::WriteAllBytes('${typeof file === 'string' ? file : `<${file.placeholder}>`}', [Convert]::FromBase64String(${text}))`
}

/**
 * The value of the secret is Base64, with and without a key encryption key.
 * https://github.com/Azure/azure-linux-extensions/blob/eab77d17390df3cad8e47194acd77d28471d3d13/VMEncryption/main/KeyVaultUtil.py
 * https://github.com/MicrosoftDocs/SupportArticles-docs/blob/2e23ac9a95a86eeefa660c34c96f59ffc1dd320f/support/azure/virtual-machines/windows/troubleshoot-bitlocker-boot-error.md
 */
function fetch(subject: CommandSubject): Commands {
  return {
    az: lines([
      azSecret(subject, 'show', ['query', '{type:contentType,tags:tags}'], ['output', 'json']),
      azSecret(subject, 'download', ['encoding', 'base64'], ['file', keyFile(subject)]),
    ]),
    powershell: sequence(
      psSecret(subject),
      '\n$value = ',
      psSecret(subject, ['AsPlainText']),
      `\n${written(subject, '$value')}`,
    ),
  }
}

const padded = `python3 -c 'import base64, sys; text = sys.stdin.read().strip(); sys.stdout.buffer.write(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))'`

/**
 * The key is unwrapped in the vault, by the algorithm that the secret's tags name; azure-cli has no command for it, and
 * its result is Base64 for URLs without the signs that fill it up.
 * https://learn.microsoft.com/rest/api/keyvault/keys/unwrap-key/unwrap-key
 */
function unwrap(subject: CommandSubject): Commands {
  const { url } = keyParts(subject)
  const powershell = sequence(
    '$key = ',
    powerShell('Write-Output', ['InputObject', url]),
    '\n$wrapped = ',
    psSecret(subject, ['AsPlainText']),
    "\n$body = ConvertTo-Json @{alg='RSA-OAEP';value=$wrapped}\n$answer = ",
    powerShell('Invoke-AzRestMethod', ['Method', 'POST'], ['ResourceId', 'https://vault.azure.net']),
    " -Uri ($key + '/unwrapkey?api-version=7.4') -Payload $body\n$value = ($answer.Content | ConvertFrom-Json).value.Replace('-', '+').Replace('_', '/')\n",
    written(subject, "$value.PadRight($value.Length + (4 - $value.Length % 4) % 4, '=')"),
  )
  if (subject.osType === 'Windows') return { powershell }
  return {
    az: sequence(
      'wrapped=$(',
      azSecret(subject, 'show', ['query', 'value'], ['output', 'tsv']),
      ')\n',
      az(
        'rest',
        ['method', 'post'],
        ['resource', 'https://vault.azure.net'],
        ['query', 'value'],
        ['output', 'tsv'],
        ['url', url],
      ),
      `'/unwrapkey?api-version=7.4' --body '{"alg":"RSA-OAEP","value":"'"$wrapped"'"}' | ${padded} > LinuxPassPhraseFileName`,
    ),
    powershell,
  }
}

/** The key of the disk itself: only its reader sees it. */
export const diskKeySteps = {
  'fetch-disk-key': act('key-vault-secrets-officer', 'harmless', fetch),
  'unwrap-disk-key': act('key-vault-crypto-officer', 'harmless', unwrap),
} satisfies Partial<Record<StepKind, Step>>
