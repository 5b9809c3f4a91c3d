import type { StepKind } from '../steps/kinds'
import type { PrerequisiteKind } from './kinds'

type InsideKind = Extract<PrerequisiteKind, `guest-${string}`>

const insideSteps: Readonly<Record<Exclude<InsideKind, 'guest-kdump'>, StepKind>> = {
  'guest-selinux': 'see-selinux',
  'guest-memory-use': 'see-memory-use',
  'guest-lvm-layout': 'see-lvm-layout',
  'guest-mounts': 'see-mounts',
  'guest-fstab': 'see-mounts',
  'guest-open-files': 'see-what-holds-root',
  'guest-modules': 'see-modules',
  'guest-kernel': 'see-kernel',
  'guest-packages': 'see-package-manager',
  'guest-imds': 'see-metadata-service',
  'guest-wireserver': 'see-platform-address',
  'guest-proxy': 'see-proxy',
  'guest-repositories': 'see-package-manager',
  'guest-file-systems': 'see-file-systems',
  'guest-key-volume': 'see-key-volume',
  'guest-bitlocker-policy': 'see-bitlocker-policy',
  'guest-windows-volumes': 'see-windows-volumes',
  'guest-server-core': 'see-server-core-tool',
}

const byKind: ReadonlyMap<string, StepKind> = new Map(Object.entries(insideSteps))

/** The check inside the VM for what no call to Azure shows; null where Azure shows it, or where no check is needed. */
export function insideStepOf(kind: PrerequisiteKind): StepKind | null {
  return byKind.get(kind) ?? null
}
