/**
 * Whether a code is one of Azure's own by its form: letters, digits and dots, 64 at most, in parts that each begin with
 * a capital and have no digits but a number at their end (`AADSTS50076`, `InvalidParameter.Conflict`). Any other code
 * could be a name or a key.
 */
export function isAzureCode(code: string): boolean {
  return code.length <= 64 && /^[A-Z][A-Za-z]+\d{0,8}(?:\.[A-Z][A-Za-z]+\d{0,8}){0,7}$/.test(code)
}

const statusCode =
  /^(?:(?:Provisioning|Power|Encryption|Health|OSProvisioning|Vmam)State\/[A-Za-z]{1,40}(?:\/[A-Za-z0-9]{1,40})?|ComponentStatus\/Microsoft\.[A-Za-z.]{1,80}\/[A-Za-z]{1,40})$/i
const displayStatus = /^(?:(?:Provisioning|VM) [a-z]{1,30}|(?:Not )?Ready|Encryption is (?:not )?enabled on disk)$/i
const numbers = /^[\d.]{1,40}$|^latest$/
const enumeration = /^\w{1,60}$/
const resourceType = /^Microsoft\.[A-Za-z.]{1,60}(?:\/[A-Za-z]{1,60}){0,4}$|^[A-Za-z]{1,60}$/
/** Names of images in the marketplace. */
const imageName = /^[\w .-]{1,100}$/
/** The agent's values for the operating system: a known name, then versions. */
const systemName =
  /^(?:ubuntu|debian|centos|rhel|red ?hat|sles|suse|opensuse|almalinux|rocky|oracle|ol|azurelinux|mariner|flatcar|(?:microsoft )?windows)[\w .()-]{0,60}$/i

const forms: readonly (readonly [RegExp, readonly string[]])[] = [
  [statusCode, ['code']],
  [displayStatus, ['displayStatus']],
  [numbers, ['typeHandlerVersion', 'vmAgentVersion', 'exactVersion', 'version', 'ver']],
  [/^\d[\w.-]{0,30}$/, ['osVersion']],
  [systemName, ['osName']],
  [/^[a-z][a-z0-9]{1,30}$/i, ['location']],
  [/^Microsoft\.[A-Za-z.]{1,60}$|^Canonical$|^[A-Za-z]{1,40}$/, ['publisher', 'imgPublisher']],
  [imageName, ['offer', 'sku', 'imgOffer', 'imgSku']],
  [resourceType, ['type', 'extType', 'resourceType', 'namespace']],
  [/^(?:PowerState\/|VM )?[A-Za-z]{1,40}$/, ['power']],
  [/^\d{4}-\d\d-\d\d(?:-[a-z]{1,20})?$/, ['apiVersions']],
  [
    enumeration,
    [
      ...['level', 'provisioningState', 'prov', 'state', 'diskState', 'vmSize', 'osType', 'createOption', 'caching'],
      ...['deleteOption', 'storageAccountType', 'securityType', 'securityEncryptionType', 'secType', 'osSecType'],
      ...['hyperVGeneration', 'diskControllerType', 'option', 'placement', 'osDiff', 'sse', 'skuName', 'changeType'],
      ...['compliance', 'complianceStatus', 'resultFormat', 'enforcementMode', 'policyType', 'mode', 'kty', 'stamped'],
      ...['publicNetworkAccess', 'defaultAction', 'bypass', 'protocol', 'access', 'direction', 'nextHopType', 'eah'],
      ...['networkAccessPolicy', 'dataAccessAuthMode', 'architecture', 'encryptionSettingsVersion', 'dualPass'],
    ],
  ],
]

const formOf = new Map(forms.flatMap(([form, fields]) => fields.map((field) => [field.toLowerCase(), form] as const)))

/** Whether a text at a published place has the form of Azure's words for that place. */
export function isAzureWord(field: string, text: string): boolean {
  return formOf.get(field.toLowerCase())?.test(text) === true
}

/** Values of the settings of Azure Disk Encryption that a verdict depends on; other settings are the customer's. */
const adeSettings: Readonly<Record<string, RegExp>> = {
  encryptionoperation:
    /^(?:Enable|Disable)Encryption(?:FormatAll)?$|^(?:QueryEncryptionStatus|UpdateEncryptionSettings)$/i,
  volumetype: /^(?:OS|Data|All|[0-2])$/i,
  keyencryptionalgorithm: /^RSA-OAEP(?:-256)?$|^RSA1_5$/i,
  sequenceversion: /^\d{1,10}$/,
  keyvaulturl: /^$/,
  keyvaultresourceid: /^$/,
  keyencryptionkeyurl: /^$/,
  kekvaultresourceid: /^$/,
  aadclientid: /^$/,
}

/** Whether a key of an extension's settings is one of Azure Disk Encryption. */
export const isAdeSetting = (key: string): boolean => Object.hasOwn(adeSettings, key.toLowerCase())

/** Whether the value of such a setting is a word of the extension. */
export const isAdeWord = (key: string, text: string): boolean => adeSettings[key.toLowerCase()]?.test(text) === true

/** Headers that are kept, with the form of their values. */
const headers: readonly (readonly [RegExp, RegExp])[] = [
  [/^content-type$/i, /^(?:application|text)\/[a-z+.-]{1,40}(?:; ?charset=[a-z0-9-]{1,20})?$/i],
  [/^date$/i, /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/],
  [/^retry-after$/i, /^\d{1,9}$/],
  [
    /^x-ms-ratelimit-remaining-(?:subscription|tenant)(?:-(?:global-)?(?:reads|writes|deletes|resource-requests))$/i,
    /^\d{1,9}$/,
  ],
  [
    /^x-ms-ratelimit-remaining-(?:subscription-)?resource(?:-requests)?$/i,
    /^(?:Microsoft\.[A-Za-z]{1,40}\/[A-Za-z0-9]{1,60};\d{1,9},?)+$|^\d{1,9}$/,
  ],
  [/^x-ms-user-quota-(?:remaining|resets-after)$/i, /^[\d:.]{1,20}$/],
]

/** Whether a header of an answer may be kept, by its name and by the form of its value. */
export function isPlainHeader(name: string, value: string): boolean {
  return headers.some(([names, values]) => names.test(name) && values.test(value))
}

/** Parameters of an address that are kept, with the form of their values. */
const parameters: Readonly<Record<string, RegExp>> = {
  'api-version': /^\d{4}-\d\d-\d\d(?:-[a-z]{1,20})?$/,
  $expand: /^[A-Za-z]{1,40}$/,
  $top: /^\d{1,6}$/,
  top: /^\d{1,6}$/,
  interval: /^P[\dDHMT]{1,20}$/,
  aggregation: /^[A-Za-z,]{1,60}$/,
}

/** Whether a parameter of an address may be kept, by its name and by the form of its value. */
export const isPlainParameter = (name: string, value: string): boolean =>
  Object.hasOwn(parameters, name.toLowerCase()) && parameters[name.toLowerCase()]?.test(value) === true
