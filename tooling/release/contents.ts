import { createHash } from 'node:crypto'

/** The section of a version in the changelog. */
export interface Changes {
  /** Its lines without the heading. */
  readonly text: string
  /** Whether the heading still says that the version is not released. */
  readonly isUnreleased: boolean
}

/** Null where the changelog has no section of this version, or an empty one. */
export function changesOf(changelog: string, version: string): Changes | null {
  for (const section of changelog.split(/^## /m).slice(1)) {
    const [heading = '', ...lines] = section.split('\n')
    const text = lines.join('\n').trim()
    if (heading.split(' ')[0] === version && text !== '')
      return { text: `${text}\n`, isUnreleased: heading.includes('(unreleased)') }
  }
  return null
}

/** A file of a release. */
export interface Artifact {
  readonly name: string
  readonly bytes: Uint8Array
}

/** SHA-256 in hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Checksums as `sha256sum --check` reads them. */
export const checksumsOf = (artifacts: readonly Artifact[]): string =>
  artifacts.map(({ name, bytes }) => `${digestOf(bytes)}  ${name}\n`).join('')

export interface Source {
  readonly version: string
  /** The whole id of the commit. */
  readonly commit: string
}

/**
 * A provenance of SLSA, unsigned: which commit the files were made from. Only the pipeline that signs it proves it.
 * https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 * https://github.com/slsa-framework/slsa/blob/v1.1/spec/v1.1/provenance.md
 */
export function provenanceOf(artifacts: readonly Artifact[], { version, commit }: Source): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: artifacts.map(({ name, bytes }) => ({ name, digest: { sha256: digestOf(bytes) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:sealwatch:npm-run-release:v1',
        externalParameters: { version },
        resolvedDependencies: [{ name: 'source', digest: { gitCommit: commit } }],
      },
      runDetails: { builder: { id: 'urn:sealwatch:unsigned' } },
    },
  }
}
