/** The screens that can be shown of a file, by path. Whatever else is shown belongs to the server. */
export const fileScreens: ReadonlySet<string> = new Set([
  ...['/', '/needs-action', '/causes', '/retirement', '/compare', '/report'],
])

/** Path of the page that shows a file; what it shows of the file stands behind the `#`. */
export const filePath = '/file'

/** Whether a path is that of a screen of a file. */
export function isFileScreen(pathname: string): boolean {
  return fileScreens.has(pathname) || pathname.startsWith('/vm/') || pathname.startsWith('/vmss/')
}
