import type { ExplainErrorCode, ExplainInput, FragmentFinding, FragmentKind } from '@/lib/contract/explain'
import type { TextOrder } from '@/lib/diagnosis/text/order'
import type { WrapperId } from '@/lib/messages/normalise/unwrap'

export const explain = {
  title: 'Explain',
  lead: 'Paste what you have about one VM or several, and see what it proves. Nothing is sent: the text stays in this browser, and no sign-in is needed.',
  field: 'VM as JSON, PowerShell output, a log or a message',
  hint: 'Response of GET virtualMachines/NAME?$expand=instanceView, output of az vm get-instance-view, az vm show, az vm encryption show, Get-AzVMDiskEncryptionStatus, a list of them, a serial console log, an extension log, or a single message. Up to {size, number} MB. A file of sealwatch bundle (.ndjson.gz) is shown as a fleet.',
  placeholder: 'Paste here',
  file: 'Open a file',
  clear: 'Clear',
  result: 'What the text proves',
  recognised: 'Recognised as {input}.',
  method: 'Method: {pass}.',
  methodUnknown: 'unknown, not shown in the text',
  input: {
    'arm-vm': 'a response of Azure Resource Manager',
    'az-vm': 'output of az vm get-instance-view or az vm show',
    'az-encryption-show': 'output of az vm encryption show',
    powershell: 'output of Get-AzVMDiskEncryptionStatus',
    xplat: 'output of azure vm show-disk-encryption-status (the CLI before az)',
  } satisfies Readonly<Record<ExplainInput, string>>,
  message: 'What the message says',
  decides: 'decides',
  others: 'Other messages, in order',
  order: {
    time: 'The lines are not in chronological order, so they were read by their times.',
    unknown:
      'The last of these messages is not known: the text has several sources, or lines without comparable times. What follows is for the message that rules out the most steps.',
    machines:
      'These messages are from several machines, so no joint conclusion is drawn. Paste the text of one machine for causes and steps.',
  } satisfies Readonly<Record<Exclude<TextOrder, 'text'>, string>>,
  unknownAfter: 'Later lines (below) were not recognised, so what the deciding message shows may no longer be true.',
  answered:
    'A later line shows that the system started after this boot screen, so nothing is concluded from the screen. Paste what the VM shows now.',
  othersOfUnknownOrder: 'Other messages, in the order of the text',
  othersOpen: '{count, plural, one {Show # other message} other {Show # other messages}}',
  causes: 'Possible causes, the likeliest first',
  steps: 'What to do for cause {number, number}',
  age: {
    aged: 'This line is from {age} ago.',
    agedWithoutZone: 'This line is from about {age} ago; it states no time zone.',
    dated: 'The age of this line is not known: its clock states no time zone, or is ahead of this one.',
    undated: 'This line states no date, so its age is not known.',
    after: 'What has happened since then is not known.',
  },
  reportedBeside: ' (reported: {word})',
  reportAge: {
    aged: 'Last report: {at}, {age} ago. What has happened since then is not known.',
    ahead: 'Last report: {at}. That is still to come by the clock of this computer, so its age is not known.',
  },
  openHelp: 'All causes, steps and commands',
  noProblem: 'This message alone shows no problem.',
  settingsNoProof:
    'Key settings such as enabled and secretUrl are no proof: disks that are not encrypted can have them too.',
  legend:
    'Before a message: its line in the text and its code. [{decides}]: the message that the answer is based on. In brackets after a cause: how strongly the text supports it.',
  commandsTitle: 'Commands of the steps above ({placeholder})',
  keyNote: 'Leave out the two key encryption key options if you use no such key. Its URL ends with its version.',
  dualPassNote:
    'If az answers `Please provide --aad-client-id`, the VM has dual pass: use `Set-AzVMDiskEncryptionExtension` with its Entra parameters instead.',
  zoneNote: 'Leave out the zone if the old disk has none.',
  commandsCut: 'Too long for here: see Help',
  tooLittle: 'The text holds too little for a verdict.',
  failureUnknown: 'Failure reported, encryption state unknown',
  blockCut: 'The output has no ProgressMessage: it may be cut off, and the message would say more.',
  failureReported: 'The text reports a failure. It does not show what is encrypted.',
  listedTwice:
    'A volume is listed with different states: the output is of several VMs or times, so no row speaks for all.',
  contradicted:
    'Another part of the text shows work in progress, another request, a failure or another state of a volume, so this may not hold.',
  besideUnread:
    'The text around this output was not judged: it may say that the output is old, an example, or no longer true.',
  verifyHow: 'Inside the VM: manage-bde -status on Windows, lsblk and sudo cryptsetup status osencrypt on Linux.',
  noDisk: 'A message proves nothing about a disk. Check the stamp and the sub-status of the VM.',
  foreignTitle: 'Messages of other extensions',
  foreignText: 'Azure or a log names another extension here, so no conclusion is drawn about disk encryption.',
  unknownTitle: 'Unknown text',
  unknownText: 'This text is not in the catalogue, so no conclusion is drawn from it.',
  nearest: 'Similar to',
  missing: 'no match: {words} missing',
  nearTitle: 'Help about what this text mentions',
  nearText: 'These articles share words with the text. The text does not show whether one of them applies.',
  tryIt: 'No text at hand? Try one of these:',
  example: {
    log: 'a log',
    console: 'a serial console',
    client: 'a client error',
    part: 'output of a tool',
    unknown: 'an unknown text',
  },
  fragment: {
    substatus: {
      title: 'Extension sub-status',
      proves: 'Proves what the extension reported for the OS and the data volumes at its last report.',
      cannot: 'It does not show the platform’s stamp, the age of the report, or disks that are not mounted.',
    },
    disk: {
      title: 'Disk statuses',
      proves: 'Proves that the platform wrote or cleared key settings on the disk.',
      cannot: 'The stamp is written before encryption: it does not show that the data is encrypted.',
    },
    'request-settings': {
      title: 'Request settings',
      proves: 'Proves what was requested.',
      cannot:
        'It is a request, not proof: it does not show whether encryption started or finished. az vm encryption show reads the status.',
    },
    extension: {
      title: 'Extension',
      proves: 'Proves whether Azure was carrying out an operation on the extension at that moment.',
      cannot:
        'It does not show whether a disk is encrypted, or what runs inside the VM. az vm encryption show reads the status.',
    },
    lsblk: {
      title: 'Output of lsblk',
      proves: 'Proves which devices were open encrypted mappings at that moment.',
      cannot:
        'A partition without a signature can still be encrypted: the OS disk keeps its header elsewhere. Disks that are not attached are not listed.',
    },
    blkid: {
      title: 'Output of blkid',
      proves:
        'Proves which signature each listed device had. A changed UUID means a volume that was formatted again, or another disk.',
      cannot:
        'A device that is missing, or has no type, proves nothing: the encrypted OS partition has no signature. Old UUIDs in /etc/fstab without nofail stop the boot.',
    },
    fstab: {
      title: 'Lines of /etc/fstab',
      proves: 'Proves what the VM mounts at boot, and whether a missing device stops it.',
      cannot: 'It does not show whether the devices exist or are encrypted.',
    },
    crypttab: {
      title: 'Lines of /etc/crypttab',
      proves: 'Proves which mappings the VM opens at boot, from which device, and with which key file.',
      cannot: 'It does not show whether the device and the key exist, or whether the data is encrypted.',
    },
    'manage-bde': {
      title: 'Output of manage-bde -status',
      proves: 'Proves the BitLocker state of each listed volume, and whether its protection is on.',
      cannot: 'It does not show whether the key is in the vault of Azure Disk Encryption.',
    },
    'bitlocker-volume': {
      title: 'Output of Get-BitLockerVolume',
      proves: 'Proves the BitLocker state of each listed volume, and whether its protection is on.',
      cannot:
        'It does not show whether the key is in the vault of Azure Disk Encryption, or whether only the space in use was encrypted: it calls both fully encrypted.',
    },
    'cryptsetup-status': {
      title: 'Output of cryptsetup status',
      proves: 'Proves whether this mapping was open at that moment.',
      cannot: 'It does not show other volumes or the settings in Azure.',
    },
    'luks-dump': {
      title: 'Output of cryptsetup luksDump',
      proves: 'Proves that the device has a LUKS header, and which key slots are in use.',
      cannot: 'A header does not show that all data behind it is encrypted.',
    },
  } satisfies Readonly<Record<FragmentKind, { title: string; proves: string; cannot: string }>>,
  finding: {
    'says-encrypted': 'the extension reports encrypted',
    'says-not-encrypted': 'the extension reports not encrypted',
    'says-in-progress': 'the extension reports that an operation is in progress',
    'says-decrypting': 'the extension reports decrypting',
    'says-restart-pending': 'the extension reports a pending restart',
    'says-not-mounted': 'no data volume was mounted',
    'says-other': 'an unknown value',
    'stamp-encrypted': 'key settings are written on the disk',
    'stamp-not-encrypted': 'key settings are not enabled on the disk',
    'stamp-absent': 'the disk has no key settings',
    asked: 'requested',
    'not-a-vault-url':
      'a resource ID stands here; the URL of the vault belongs here, like https://my-vault.vault.azure.net/',
    'not-a-vault-id':
      'a URL stands here; the resource ID of the vault belongs here, like /subscriptions/…/vaults/my-vault',
    'not-a-key-url': 'not the URL of a key version, which ends with the name and the version of the key',
    'operation-runs': 'an operation of Azure is in progress: wait for its end',
    'operation-ended': 'the last operation of Azure has ended',
    'operation-failed': 'the last operation of Azure failed',
    'operation-canceled': 'the last operation of Azure was canceled',
    luks: 'a LUKS header: encrypted, or being encrypted',
    bitlocker: 'a BitLocker header: encrypted, being encrypted or being decrypted',
    'crypt-open': 'an open encrypted mapping',
    'crypt-inactive': 'not open',
    'mounted-plain': 'mounted without an encrypted mapping',
    'plain-file-system': 'a file system without encryption at this level',
    'no-signature': 'no signature: not known',
    'uuid-changed':
      'listed with a different UUID later in the text: if the text is in chronological order, the volume was formatted again (EncryptFormatAll does that), or it is another disk. A line of /etc/fstab that names the old UUID without nofail stops the boot: remove it, or name the /dev/mapper device with nofail; if the VM no longer boots, from the serial console or a repair VM',
    'key-volume': 'the key volume: do not change it',
    'mapper-mount': 'mounted through a mapping',
    'uuid-mount-with-nofail': 'a missing device does not stop the boot (nofail)',
    'uuid-mount-without-nofail': 'a missing device stops the boot (no nofail)',
    'opened-by-key-file': 'opened at boot with a key file',
    'opened-by-passphrase': 'opened at boot with a passphrase typed in',
    'opening-without-nofail': 'a missing device or key stops the boot (no nofail)',
    'fully-encrypted-protected': 'fully encrypted, protection on',
    'fully-encrypted-unprotected': 'fully encrypted, but protection is off: the key is on the disk in the clear',
    'fully-encrypted': 'fully encrypted; protection is not shown',
    'used-space-encrypted-protected':
      'the space in use is encrypted, protection on; files deleted earlier can still be in plain text',
    'used-space-encrypted-unprotected':
      'the space in use is encrypted, but protection is off: the key is on the disk in the clear. Files deleted earlier can still be in plain text',
    'used-space-encrypted':
      'the space in use is encrypted; protection is not shown. Files deleted earlier can still be in plain text',
    'partly-encrypted': 'in progress or paused: part of it is not encrypted',
    'fully-decrypted': 'not encrypted',
    locked: 'locked: unreadable until it is unlocked',
    'slot-enabled': 'a key slot in use',
    reencrypting: 'an encryption pass over the data is unfinished',
  } satisfies Readonly<Record<FragmentFinding, string>>,
  within: {
    'arm-extension-sentence': 'in Azure’s error about the extension',
    'arm-additional-info': 'in the PowerShell record',
    'go-error': 'in a Terraform or Go error',
    'failed-with-message': 'in a deployment error',
    'error-label': 'after the word Error',
    'event-xml': 'in a Windows event',
    json: 'in JSON',
    escaped: 'escaped with backslashes',
  } satisfies Readonly<Record<WrapperId, string>>,
  unnamed: 'VM (name not stated)',
  several: {
    title: 'Results per VM, in the order of the text',
    repeated:
      'Listed more than once: {names}. The results can be of several times, and which one is newer is not known. Use the more cautious one.',
    repeatedDated:
      'Listed more than once: {names}. The times of the last reports differ: an older result can be out of date. Use the more cautious one.',
    unnamed: 'Unnamed parts can be the same VM at different times.',
    open: 'Evidence, volumes and messages',
    unreadable: 'No VM could be read at these positions of the list: {places}',
    leftOut: 'Not evaluated: {count, number} more items of the list. Only the first {limit, number} are read.',
    hasMore: 'This is one page of a list: Azure has more VMs on the next page (nextLink).',
  },
  waiting: 'The verdict appears here when the text can be read.',
  error: {
    empty: { title: 'No text yet', next: 'Paste the text of one VM.' },
    'too-large': {
      title: 'The text is too large',
      next: 'One VM is enough. The limit is {size, number} MB; your text was not cut.',
    },
    'json-invalid': {
      title: 'Incomplete JSON',
      next: 'Check that you copied everything from the first brace to the last. The text was not changed.',
    },
    'not-a-vm': {
      title: 'No VM found in this text',
      next: 'The text is readable, but it is not one of the outputs listed above, and no line of it is a known message.',
    },
    compressed: {
      title: 'This file is compressed',
      next: 'Explain reads text, so unpack it first. A file of sealwatch bundle (.ndjson.gz) is opened as it is, with all its pages: drop it here, or run npx sealwatch open FILE.',
    },
    bundle: {
      title: 'This is a fleet in a file',
      next: 'It was unpacked. To see the fleet with all its pages, drop the packed file (.ndjson.gz) here, or run npx sealwatch open FILE.',
    },
  } satisfies Readonly<Record<ExplainErrorCode, { title: string; next: string }>>,
} as const
