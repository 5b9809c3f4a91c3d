/**
 * The content policy demands trusted script addresses. The bundler's loader sets plain ones, so this default policy
 * lets through exactly the product's own built files and nothing else. It runs before anything is loaded late.
 */
interface TrustedTypePolicies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypePolicies
  }
}

window.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const url = new URL(address, window.location.href)
    return url.origin === window.location.origin && url.pathname.startsWith('/_next/static/') ? address : null
  },
})

export {}
