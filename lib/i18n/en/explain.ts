import type { ExplainErrorCode, ExplainInput } from '@/lib/contract/explain'

export const explain = {
  title: 'Explain',
  lead: 'Paste what you have of one VM and read what it proves. Nothing is sent anywhere: the text stays in this browser, and no sign-in is needed.',
  field: 'VM as JSON, PowerShell output, a log or a message',
  hint: 'Answer of GET virtualMachines/NAME?$expand=instanceView, output of az vm get-instance-view, az vm show, az vm encryption show, Get-AzVMDiskEncryptionStatus, a serial console log, a log of the extension, or a single message. Up to {size, number} MB.',
  placeholder: 'Paste here',
  file: 'Open a file',
  clear: 'Clear',
  result: 'What the text proves',
  recognised: 'Recognised as {input}.',
  input: {
    'arm-vm': 'an answer of Azure Resource Manager',
    'az-vm': 'output of az vm get-instance-view or az vm show',
    'az-encryption-show': 'output of az vm encryption show',
    powershell: 'output of Get-AzVMDiskEncryptionStatus',
  } satisfies Readonly<Record<ExplainInput, string>>,
  log: 'a log or a message',
  logTitle: 'Known lines of the log',
  problems: 'What this shows',
  unnamed: 'VM without a name',
  waiting: 'The verdict appears here as soon as the text can be read.',
  error: {
    empty: { title: 'There is no text yet', next: 'Paste the text of one VM.' },
    'too-large': {
      title: 'The text is too large',
      next: 'One VM is enough. Up to {size, number} MB are read; nothing was cut from your text.',
    },
    'json-invalid': {
      title: 'This is not complete JSON',
      next: 'Check that the text was copied from the first brace to the last. It was left as it is.',
    },
    'not-a-vm': {
      title: 'No VM was found in this text',
      next: 'It can be read, but it is none of the outputs named above, and no line of it is a known message.',
    },
    'several-vms': {
      title: 'This text holds several VMs',
      next: 'Paste one VM at a time, or use the command line with --lines.',
    },
  } satisfies Readonly<Record<ExplainErrorCode, { title: string; next: string }>>,
} as const
