import { sameText } from '@/lib/shared/text'
import type { DiskEncryptionExtensionSettings, VirtualMachineExtension } from '@/lib/wire/extension'
import type { ExtensionInstanceView } from '@/lib/wire/instanceView'
import type { InstanceViewStatus } from '@/lib/wire/status'
import {
  adePublisher,
  adeTypes,
  type AdeExtension,
  type AdeRequest,
  type AdeResource,
  type AdeView,
  type OtherExtension,
  type StatusFacts,
} from './extension-types'
import type { OsType } from './types'

const systems: readonly OsType[] = ['Windows', 'Linux']

/**
 * Whether a resource is an ADE extension, and which, by publisher and type and never by its name; null for any other
 * extension.
 */
function osOfResource(extension: VirtualMachineExtension): OsType | null {
  const { publisher, type } = extension.properties
  if (!sameText(publisher, adePublisher)) return null
  return systems.find((os) => sameText(type, adeTypes[os])) ?? null
}

function osOfView(view: ExtensionInstanceView): OsType | null {
  return systems.find((os) => sameText(view.type, `${adePublisher}.${adeTypes[os]}`)) ?? null
}

export function readStatusFacts(status: InstanceViewStatus): StatusFacts {
  return {
    code: status.code ?? null,
    level: status.level ?? null,
    displayStatus: status.displayStatus ?? null,
    message: status.message ?? null,
    time: status.time ?? null,
  }
}

const orNull = (text: string | undefined): string | null => text || null

function readRequest(settings: DiskEncryptionExtensionSettings | undefined): AdeRequest {
  const volumeType = settings?.VolumeType
  return {
    operation: settings?.EncryptionOperation ?? null,
    volumeType: typeof volumeType === 'string' || typeof volumeType === 'number' ? volumeType : null,
    keyVaultUrl: orNull(settings?.KeyVaultURL),
    keyVaultId: orNull(settings?.KeyVaultResourceId),
    keyEncryptionKeyUrl: orNull(settings?.KeyEncryptionKeyURL),
    keyEncryptionKeyVaultId: orNull(settings?.KekVaultResourceId),
    aadClientId: orNull(settings?.AADClientID),
    aadClientCertThumbprint: orNull(settings?.AADClientCertThumbprint),
    sequenceVersion: orNull(settings?.SequenceVersion),
  }
}

function readResource({ name, properties }: VirtualMachineExtension): AdeResource {
  return {
    name: name ?? null,
    version: properties.typeHandlerVersion ?? null,
    provisioningState: properties.provisioningState ?? null,
    autoUpgrade: properties.autoUpgradeMinorVersion ?? null,
    ...readRequest(properties.settings),
  }
}

export function readView(view: ExtensionInstanceView): AdeView {
  return {
    name: view.name ?? null,
    version: view.typeHandlerVersion ?? null,
    statuses: (view.statuses ?? []).map(readStatusFacts),
    substatuses: (view.substatuses ?? []).map(readStatusFacts),
  }
}

/** Names are compared without case; a missing name equals no other. */
function keyOf({ name }: { readonly name: string | undefined }): string | null {
  return name?.toLowerCase() ?? null
}

/** The first view of each name. */
function firstByName(views: readonly ExtensionInstanceView[]): ReadonlyMap<string | null, ExtensionInstanceView> {
  return new Map([...views].reverse().map((view) => [keyOf(view), view]))
}

/**
 * All disk-encryption extensions, in the order of the resources, then views without a resource. An entry in
 * `vmAgent.extensionHandlers` alone is not an extension.
 */
export function readAdeExtensions(
  resources: readonly VirtualMachineExtension[],
  views: readonly ExtensionInstanceView[],
): readonly AdeExtension[] {
  const ade = resources.filter((resource) => osOfResource(resource) !== null)
  const names = new Set(ade.map(keyOf))
  const isNamed = (view: ExtensionInstanceView): boolean => view.name !== undefined && names.has(keyOf(view))
  // By ADE type, or, where a view has no type, by the name of a resource.
  const candidates = views.filter((view) => osOfView(view) !== null || (!view.type && isNamed(view)))
  const free = candidates.filter((view) => !isNamed(view))
  const named = firstByName(candidates.filter(isNamed))
  const pairs = ade.map((resource, index) => ({
    resource,
    view: named.get(keyOf(resource)) ?? (index === 0 ? free[0] : undefined),
  }))
  const rest = free.filter((view) => view !== pairs[0]?.view)
  return [
    ...pairs.map(({ resource, view }) => ({
      os: osOfResource(resource),
      resource: readResource(resource),
      view: view ? readView(view) : null,
    })),
    ...rest.map((view) => ({ os: osOfView(view), resource: null, view: readView(view) })),
  ]
}

export function readOtherExtensions(resources: readonly VirtualMachineExtension[]): readonly OtherExtension[] {
  return resources
    .filter((resource) => osOfResource(resource) === null)
    .map(({ name, properties }) => ({
      name: name ?? null,
      publisher: properties.publisher ?? null,
      type: properties.type ?? null,
      version: properties.typeHandlerVersion ?? null,
      provisioningState: properties.provisioningState ?? null,
    }))
}

/** Whether every extension resource contains its publisher and type; list answers contain ids alone. */
export function extensionsAreListed(resources: readonly VirtualMachineExtension[]): boolean {
  return resources.every(({ properties }) => properties.publisher !== undefined && properties.type !== undefined)
}
