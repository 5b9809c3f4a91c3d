/**
 * Hides the version of every key vault secret in a text: `https://v.vault.azure.net/secrets/name/0d5f…` becomes
 * `https://v.vault.azure.net/secrets/name/…`. The name alone shows an operator which secret it is.
 */
export function shortenSecretUrls(text: string): string {
  return text.replace(/(\/secrets\/[^/\s"']{1,256}\/)[^/\s"'\\,}\]]{1,256}/gi, '$1…')
}
