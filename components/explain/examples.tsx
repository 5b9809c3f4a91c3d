'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

const extension = 'Microsoft.Azure.Security.AzureDiskEncryptionForLinux'

/** Invented, in the formats in which users see such texts; no name in them is real. */
const examples = {
  log: `2026/05/02 08:11:40 [${extension}-1.0]: 2118: [Info] ======= MACHINE STATE: unmount_oldroot =======
2026/05/02 08:11:42 [${extension}-1.0]: [StatusReport (4)] op: EnableEncryptionOSVolume
2026/05/02 08:11:42 [${extension}-1.0]: [StatusReport (4)] status: error
2026/05/02 08:11:42 [${extension}-1.0]: [StatusReport (4)] code: 19
2026/05/02 08:11:42 [${extension}-1.0]: [StatusReport (4)] msg: Failed to encrypt OS volume with error: Command umount /oldroot failed with return code 32
2026/05/02 08:11:42 stdout:
2026/05/02 08:11:42 stderr:
2026/05/02 08:11:42 umount: /oldroot: target is busy.`,
  console: `[   12.204117] hv_utils: registering driver hv_utils
Please enter passphrase for disk Virtual_Disk (osencrypt): (press TAB for no echo)`,
  client: `(VMExtensionProvisioningError) VM has reported a failure when processing extension 'ade' (publisher 'Microsoft.Azure.Security' and type 'AzureDiskEncryptionForLinux'). Error message: 'Not enough memory for enabling encryption on OS volume. 8 GB memory is recommended.'. More information on troubleshooting is available at https://aka.ms/VMExtensionADELinuxTroubleshoot.
Code: VMExtensionProvisioningError`,
  part: `NAME        MAJ:MIN RM  SIZE RO TYPE  MOUNTPOINT
sda           8:0    0   30G  0 disk
sda1          8:1    0   30G  0 part
osencrypt   253:0    0   30G  0 crypt /
sdb           8:16   0   64G  0 disk`,
  unknown: 'Encryption succeeded for the lotus volumes',
} as const

const names = ['log', 'console', 'client', 'part', 'unknown'] as const

/** Texts to try, for an empty page. */
export function Examples({ onText }: { readonly onText: (text: string) => void }) {
  const t = useTranslations('explain')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-text-2">{t('waiting')}</p>
      <p>{t('tryIt')}</p>
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <Button key={name} onClick={() => onText(examples[name])}>
            {t(`example.${name}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
