/** What a registration lacks that the product needs. */
export const registrationFaults = [
  'api-absent',
  'page-absent',
  'api-identifier',
  'api-token-version',
  'api-scope',
  'api-arm-permission',
  'api-arm-consent',
  'api-knows-page',
  'page-redirect',
  'page-redirect-type',
  'page-permission',
  'api-not-present',
  'page-not-present',
] as const
export type RegistrationFault = (typeof registrationFaults)[number]
