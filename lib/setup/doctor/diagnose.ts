import type { Deployment } from '@/lib/contract/deployment'
import { unchecked, type DoctorCheck, type DoctorLine } from './codes'
import { checkAddress, checkHttp, checkOldTls, checkTls } from './connection'
import {
  checkArm,
  checkClient,
  checkClientType,
  checkCloud,
  checkConsent,
  checkRedirect,
  checkScope,
  checkTenant,
  checkTokenVersion,
} from './directory'
import { checkCredential, checkEnvironment } from './environment'
import type { Evidence } from './evidence'
import { deploymentOf } from './reading'
import {
  checkAlive,
  checkBridge,
  checkClock,
  checkDatabase,
  checkHeaders,
  checkIdentity,
  checkProxies,
  checkServerDirectory,
} from './server'

type NeedsDeployment = (evidence: Evidence, own: Deployment) => DoctorLine

/** Without the deployment's own configuration, the directory is unknown. */
const withDeployment =
  (check: DoctorCheck, judge: NeedsDeployment) =>
  (evidence: Evidence): DoctorLine => {
    const own = deploymentOf(evidence)
    return own === null ? unchecked(check, 'not-sealwatch') : judge(evidence, own)
  }

/** Every check with its judge. */
const judges: Readonly<Record<DoctorCheck, (evidence: Evidence) => DoctorLine>> = {
  address: checkAddress,
  tls: checkTls,
  'old-tls': checkOldTls,
  http: checkHttp,
  identity: checkIdentity,
  alive: checkAlive,
  database: checkDatabase,
  'server-directory': checkServerDirectory,
  clock: checkClock,
  headers: checkHeaders,
  bridge: checkBridge,
  proxies: checkProxies,
  cloud: withDeployment('cloud', checkCloud),
  tenant: withDeployment('tenant', checkTenant),
  arm: withDeployment('arm', checkArm),
  'page-client': withDeployment('page-client', checkClient),
  redirect: withDeployment('redirect', checkRedirect),
  'client-type': withDeployment('client-type', checkClientType),
  scope: withDeployment('scope', checkScope),
  consent: withDeployment('consent', checkConsent),
  'token-version': withDeployment('token-version', checkTokenVersion),
  environment: (evidence) => checkEnvironment(evidence, deploymentOf(evidence)),
  credential: checkCredential,
}

/** Judges the evidence: one line for every check, in the order of the checks. */
export function diagnose(evidence: Evidence): DoctorLine[] {
  return Object.values(judges).map((judge) => judge(evidence))
}
