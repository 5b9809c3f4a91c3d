import 'server-only'

export interface PolicyInput {
  readonly nonce: string
  /** Origins of the sign-in pages. */
  readonly signInOrigins: readonly string[]
  /** The page that receives the sign-in's response; the browser loads it in a frame of the product's own page. */
  readonly isRedirectBridge: boolean
  /** `next dev` evaluates code and injects styles; a production build does neither. */
  readonly isDevelopment: boolean
}

/** Where browsers report violations of the policy. */
export const reportsPath = '/policy-reports'
const reportingName = 'policy'

/** The content security policy of one response. */
export function contentSecurityPolicy(input: PolicyInput): string {
  const idp = input.signInOrigins.join(' ')
  const nonce = `'nonce-${input.nonce}'`
  const directives = [
    "default-src 'none'",
    `script-src 'self' ${nonce} 'strict-dynamic'${input.isDevelopment ? " 'unsafe-eval'" : ''}`,
    input.isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' ${nonce}`,
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self' ${idp}`,
    `frame-src 'self' ${idp}`,
    `frame-ancestors ${input.isRedirectBridge ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    // The second is for browsers that do not support the first.
    `report-to ${reportingName}`,
    `report-uri ${reportsPath}`,
    ...(input.isDevelopment ? [] : ["require-trusted-types-for 'script'", 'trusted-types default']),
  ]
  return directives.join('; ')
}

const features = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

/** Headers that are the same for every response, and a policy for responses without markup. */
export const plainHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const satisfies Readonly<Record<string, string>>

/** Headers of a response that may contain markup. */
export function securityHeaders(input: PolicyInput): Readonly<Record<string, string>> {
  return {
    ...plainHeaders,
    'content-security-policy': contentSecurityPolicy(input),
    'reporting-endpoints': `${reportingName}="${reportsPath}"`,
    ...(input.isRedirectBridge ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
  }
}
