import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { storeFailureOf, type StoreFailure } from './failure'

/** Whether so many bytes can be written beside a file, by writing them to a file without a name. Random: some disks compress. */
export async function roomBeside(file: string, bytes: number): Promise<StoreFailure | null> {
  const path = `${file}-room-${randomUUID()}`
  try {
    const filler = await open(path, 'wx', 0o600)
    try {
      await rm(path)
      await filler.appendFile(randomBytes(bytes))
    } finally {
      await filler.close()
    }
    return null
  } catch (error) {
    return storeFailureOf(error)
  }
}
