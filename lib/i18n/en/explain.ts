import type { ExplainErrorCode, ExplainInput } from '@/lib/contract/explain'

export const explain = {
  input: {
    'arm-vm': 'A VM as Azure Resource Manager returns it',
    'az-vm': 'Output of az vm show or az vm get-instance-view',
    'az-encryption-show': 'Output of az vm encryption show',
    powershell: 'Output of Get-AzVMDiskEncryptionStatus',
  },
  error: {
    empty: { title: 'There is no text yet', next: 'Paste what one of the tools printed for one VM.' },
    'too-large': { title: 'The text is too long', next: 'Paste the output for one VM only.' },
    'json-invalid': {
      title: 'The text looks like JSON but breaks off or is damaged',
      next: 'Copy the whole output, from the first to the last brace.',
    },
    'not-a-vm': {
      title: 'The text was not recognised',
      next: 'Use the full output of one of the tools, without changing it.',
    },
    'several-vms': { title: 'The text holds more than one VM', next: 'Paste one VM at a time.' },
  },
} as const satisfies {
  readonly input: Readonly<Record<ExplainInput, string>>
  readonly error: Readonly<Record<ExplainErrorCode, { readonly title: string; readonly next: string }>>
}
