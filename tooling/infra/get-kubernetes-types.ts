import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { top } from '../launch/paths'
import { unpackPackage } from './get-package'

/**
 * Kubernetes' published OpenAPI schemas as types of TypeScript, which know required fields and refuse unknown ones.
 * Source: https://github.com/silverlyra/kubernetes-types
 */
const types = {
  source: 'kubernetes-types@1.30.0',
  integrity: 'sha512-Dew1okvhM/SQcIa2rcgujNndZwU8VnSapDgdxlYoB84ZlpAD43U6KLAFqYo17ykSFGHNPrg0qry0bP+GJd9v7Q==',
}
const folder = join(top, '.sealwatch', 'kubernetes-types-1.30.0')

/**
 * The types, from an earlier call or from the registry of packages.
 * @returns their folder, or the reason why they are missing
 */
export function getKubernetesTypes(): { readonly path: string } | { readonly missing: string } {
  if (existsSync(folder)) return { path: folder }
  mkdirSync(join(top, '.sealwatch'), { recursive: true })
  const work = mkdtempSync(`${folder}-`)
  try {
    if (!unpackPackage(types, work, 'package')) return { missing: 'the registry did not give the types of Kubernetes' }
    renameSync(join(work, 'package'), folder)
    return { path: folder }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
