import { sameText } from '@/lib/shared/text'
import { adePublisher, adeTypes } from '@/lib/facts/extension-types'
import type { ToolExtension, ToolReading } from '@/lib/facts/tool-reading-types'
import type { OtherTools } from '../types'

type Outcome = OtherTools['azCli']['outcome']

const legacyMajor = { Linux: '0', Windows: '1' } as const

/**
 * The tool stops at the first extension of its type; an extension without a publisher before it ends the tool with a
 * KeyError.
 */
function findExtension(reading: ToolReading, os: 'Linux' | 'Windows'): ToolExtension | 'error' | null {
  for (const extension of reading.extensions) {
    if (extension.publisher === null) return 'error'
    if (!sameText(extension.publisher, adePublisher)) continue
    if (extension.type === null) return 'error'
    if (sameText(extension.type, adeTypes[os])) return extension
  }
  return null
}

/** The single-pass branch indexes every disk view and the extension's statuses without checking that they exist. */
function showSinglePass(reading: ToolReading, os: 'Linux' | 'Windows'): Outcome {
  if (!reading.hasInstanceView) return 'error'
  for (const view of reading.extensionViews) {
    if (view.type === null) return 'error'
    if (!view.type.toLowerCase().startsWith(adePublisher.toLowerCase())) continue
    if (view.name === null) return 'error'
    if (!sameText(view.name, adeTypes[os])) continue
    if (view.statuses === null) return 'error'
    break
  }
  const broken = (reading.diskViews ?? []).some((view) => view.name === null || view.settings === null)
  return broken ? 'error' : 'printed'
}

/**
 * The result of `az vm encryption show` of azure-cli 2.74.0 on this VM. Dual pass always ends in an error.
 * https://github.com/Azure/azure-cli/blob/azure-cli-2.74.0/src/azure-cli/azure/cli/command_modules/vm/disk_encryption.py
 */
export function azCliOutcome(reading: ToolReading): Outcome {
  if (reading.osDisk?.settings) return 'error'
  const os = reading.osDisk?.osType === 'Linux' ? 'Linux' : 'Windows'
  const extension = findExtension(reading, os)
  if (extension === 'error') return 'error'
  if (extension === null) return 'nothing'
  if (extension.version === null || extension.version.split('.')[0] === legacyMajor[os]) return 'error'
  return showSinglePass(reading, os)
}
