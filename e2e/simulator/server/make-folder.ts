import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and the missing ones above it. Node's own recursion never ends where a system refuses a folder as missing though
 * the one above exists, as `/proc` does: https://github.com/nodejs/node/blob/v20.19.0/src/node_file.cc#L1644-L1667
 */
export async function makeFolder(given: string): Promise<void> {
  const folder = resolve(given)
  const isFolder = (): Promise<boolean> =>
    stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
  if (await isFolder()) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!(await isFolder())) throw error
  }
}
