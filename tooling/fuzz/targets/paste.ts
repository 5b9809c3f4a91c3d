import assert from 'node:assert/strict'
import { explainErrorCodes, explanationSchema } from '@/lib/contract/explain'
import { explainWithEvidence } from '@/lib/diagnosis/explain'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { recordedVms, simulatedBodies } from '../bodies'
import { checkShape, checkShown, checkVerdict } from '../claims'
import type { Target } from '../target'
import { armWords } from '../words'

const encrypted = vmBody({
  osDisk: { stamp: 'encrypted', settings: true },
  extension: { report: { os: 'Encrypted', data: 'NotMounted' } },
})
const shown = {
  disks: [
    {
      encryptionSettings: [
        { diskEncryptionKey: { secretUrl: 'https://a.vault.azure.net/secrets/b/c' }, enabled: true },
      ],
      name: 'os',
      statuses: [{ code: 'EncryptionState/encrypted', displayStatus: 'Encryption is enabled on disk', level: 'Info' }],
    },
  ],
  status: [{ code: 'ProvisioningState/succeeded', level: 'Info', message: 'Encryption succeeded' }],
  substatus: [{ code: 'ComponentStatus/x/succeeded', message: '{"os":"Encrypted","data":"Encrypted"}' }],
}
const block = [
  'OsVolumeEncrypted          : Encrypted',
  'DataVolumesEncrypted       : NotMounted',
  'OsVolumeEncryptionSettings : Microsoft.Azure.Management.Compute.Models.DiskEncryptionSettings',
  'ProgressMessage            : Encryption succeeded for all volumes',
].join('\r\n')

/** Each VM of several has a separate verdict, and another tool's words prove none of them. */
function checkSeveral(text: string): void {
  const read = explainAny(text)
  assert.ok(read.kind === 'vms', 'several VMs')
  for (const { explained } of read.vms) {
    const { input, explanation } = explained
    checkVerdict(explanation)
    checkShape(explanationSchema, explanation, 'the explanation')
    if (input === 'powershell') assert.notEqual(explanation.state, 'encrypted', 'words of another tool are no evidence')
  }
}

/** Any text that a user pastes into the page or passes to `explain`. */
export const target: Target = {
  bodies: () => [
    encrypted,
    shown,
    [shown],
    { value: [encrypted] },
    [encrypted, shown],
    ...simulatedBodies(),
    ...recordedVms(),
  ],
  texts: [block, `\u001b[32;1m${block}\u001b[0m`, `\ufeff${JSON.stringify(shown)}`, '{', '[{}]', 'OsVolumeEncrypted'],
  words: [...armWords, 'status', 'substatus', 'disks', 'OsVolumeEncrypted', 'DataVolumesEncrypted', 'ProgressMessage'],
  check(text) {
    const explained = explainWithEvidence(text)
    if (!explained.ok) {
      const { code } = explained.failure
      assert.ok(code === 'several-vms' || explainErrorCodes.includes(code), 'one of the named failures')
      if (code === 'several-vms') checkSeveral(text)
      return
    }
    const { input, explanation } = explained.value
    checkVerdict(explanation)
    checkShape(explanationSchema, explanation, 'the explanation')
    if (input === 'powershell') assert.notEqual(explanation.state, 'encrypted', 'words of another tool are no evidence')
    else checkShown(explanation.state, text)
  },
}
