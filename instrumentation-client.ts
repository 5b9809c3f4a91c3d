/**
 * The Content-Security-Policy requires trusted types for script addresses. The bundler's loader sets plain strings, so
 * this default policy accepts exactly the product's own built files and nothing else. It runs before any late-loaded
 * script.
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
