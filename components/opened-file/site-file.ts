import { siteFileName } from '@/lib/contract/file-worker'

/** The file that a page of a site without a server shows at once, empty for none; null on every page of a server. */
export function siteFile(): string | null {
  return document.querySelector<HTMLMetaElement>(`meta[name="${siteFileName}"]`)?.content ?? null
}

/** Gets that file. One that is not there is empty: it is refused as a file that was cut off. */
export async function fetchFile(address: string): Promise<File> {
  const url = new URL(address, window.location.href)
  const response = await fetch(url)
  return new File(response.ok ? [await response.blob()] : [], url.pathname.split('/').at(-1) ?? '')
}
