import { fieldOf, listOf, objectOf, textOf, type JsonObject } from './read'

/** The parts of a refusal by ARM that may be passed on; its message is free text and may quote anything. */
export interface ArmErrorWire {
  /** `error.code`, then `error.details[].code`: words of letters, digits and dots. */
  readonly codes: readonly string[]
  /** The api-versions that the refusal offers instead, newest first. */
  readonly offeredVersions: readonly string[]
}

const mostCodes = 5
const mostDetails = 50
const codeForm = /^[A-Za-z0-9.]{1,64}$/
const mostVersions = 200
const versionForm = /^\d{4}-\d{2}-\d{2}(?:-[a-z]{1,20})?$/
/**
 * The three refusals that list api-versions: of a resource in a region, of a list or a type, and of an id without a
 * provider. Sources: https://github.com/Azure/azure-cli/issues/18483
 * https://github.com/Azure/azure-sdk-for-js/issues/15460
 */
const versionRefusals: readonly string[] = [
  'NoRegisteredProviderFound',
  'InvalidResourceType',
  'InvalidApiVersionParameter',
]

function detailCodes(error: JsonObject | undefined): readonly (string | undefined)[] {
  const details = fieldOf(error, 'details')
  const list = Array.isArray(details) ? details.slice(0, mostDetails) : undefined
  return listOf(list, (detail) => textOf(fieldOf(objectOf(detail), 'code'))) ?? []
}

function versionsIn(message: string | undefined): readonly string[] {
  const [, list = ''] = /supported (?:api-)?versions are '([^']{1,6000})'/i.exec((message ?? '').slice(0, 8000)) ?? []
  const versions = list.split(',').map((version) => version.trim())
  return [...new Set(versions.filter((version) => versionForm.test(version)))].toSorted().toReversed()
}

/**
 * Reads the body of an unsuccessful answer. Never throws; what is not a code or a version is dropped.
 * https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#handling-errors
 */
export function readArmError(json: unknown): ArmErrorWire {
  const body = objectOf(json)
  // Some providers omit the envelope.
  const error = objectOf(fieldOf(body, 'error')) ?? body
  const code = textOf(fieldOf(error, 'code'))
  const codes = [code, ...detailCodes(error)].filter((each) => each !== undefined && codeForm.test(each))
  const offers = code !== undefined && versionRefusals.includes(code)
  return {
    codes: [...new Set(codes.filter((each) => each !== undefined))].slice(0, mostCodes),
    offeredVersions: offers ? versionsIn(textOf(fieldOf(error, 'message'))).slice(0, mostVersions) : [],
  }
}
