import { apiVersionMissing, apiVersionUnsupported } from './api-version';
import { authProviderUnusable } from './auth-provider-unusable';
import { authProviderWithExec } from './auth-provider-with-exec';
import { badBase64 } from './bad-base64';
import {
  certificateAuthorityBad,
  certificateAuthorityEmpty,
  certificateAuthorityTwice,
  certificateAuthorityUnreadable,
  insecureWithCertificateAuthority,
} from './certificate-authority';
import { certificateAuthorityExpired, clientCertificateExpired } from './certificate-dates';
import {
  clientCertificateBad,
  clientCertificateFileBad,
  clientCertificateTwice,
  clientCertificateUnreadable,
  clientKeyMissing,
} from './client-certificate';
import { commandLineInCommand, commandMissing, commandNotExpanded } from './command';
import { commandNotFound, commandOtherSystem } from './command-found';
import { commandInterpreterNotFound, commandNotExecutable, commandNotStartable } from './command-startable';
import {
  contextClusterMissing,
  contextClusterNotFound,
  contextUserMissing,
  contextUserNotFound,
} from './context-references';
import { credentialExpired, credentialOutlivesToken } from './credential-expired';
import { credentialKind, credentialVersion } from './credential-header';
import {
  credentialBadPair,
  credentialHalfPair,
  credentialMissing,
  credentialTimestamp,
} from './credential-status';
import { credentialTokenInvalid, credentialTokenUnusable } from './credential-token';
import { currentContextNotFound, currentContextNotSet } from './current-context';
import { duplicateExtension } from './duplicate-extension';
import { duplicateKey } from './duplicate-key';
import { duplicateName } from './duplicate-name';
import { entryShadowed } from './entry-shadowed';
import { envExecInfo, envNameDuplicate, envNameMissing } from './env';
import {
  clusterInfoWithoutExtension,
  extensionMisplaced,
  extensionNameMisspelt,
  extensionNotProvided,
} from './exec-extension';
import { execUnused, execUnusedForHttp } from './exec-unused';
import { extensionSecret } from './extension-secret';
import { fileKind } from './file-kind';
import { guidanceRules } from './guidance';
import { impersonationWithoutUser } from './impersonation-without-user';
import { interactiveModeMissing, interactiveModeUnknown } from './interactive-mode';
import { allowlistNameDeprecated, allowlistNamesDiffer } from './kuberc/allowlist-names';
import { kubercKind, kubercVersion } from './kuberc/header';
import { kubercOtherVersion } from './kuberc/other-version';
import { kubercRules } from './kuberc/rules';
import { notAMapping } from './not-a-mapping';
import { kubercBroken, pluginForbidden } from './plugin-forbidden';
import { preferencesDeprecated } from './preferences-deprecated';
import { proxyUrlInvalid } from './proxy-url-invalid';
import type { Rule } from './rule';
import { runCodes } from './run-codes';
import { serverInvalid } from './server-invalid';
import { severalAuthMethods } from './several-auth-methods';
import { syntax } from './syntax';
import { tokenFileUnreadable } from './token-file-unreadable';
import { execMisplaced, fieldTooNew, unknownField, wrongCaseField } from './unknown-field';
import { unknownRuleCode } from './unknown-rule-code';
import { wrongType } from './wrong-type';

/** Every rule. Within a stage the order is kubectl's: it decides the order of its messages. */
export const rules: readonly Rule[] = [
  // load
  syntax,
  notAMapping,
  fileKind,
  wrongType,
  badBase64,
  // convert
  duplicateExtension,
  duplicateName,
  // validate: context, user, cluster
  currentContextNotFound,
  clientCertificateTwice,
  clientKeyMissing,
  clientCertificateUnreadable,
  authProviderWithExec,
  commandMissing,
  apiVersionMissing,
  envNameMissing,
  interactiveModeMissing,
  interactiveModeUnknown,
  severalAuthMethods,
  impersonationWithoutUser,
  proxyUrlInvalid,
  certificateAuthorityTwice,
  certificateAuthorityUnreadable,
  // building the client
  tokenFileUnreadable,
  apiVersionUnsupported,
  authProviderUnusable,
  insecureWithCertificateAuthority,
  certificateAuthorityBad,
  clientCertificateBad,
  serverInvalid,
  pluginForbidden,
  // what kubectl does not say: the plugin does not run, or runs another way
  execUnused,
  execUnusedForHttp,
  execMisplaced,
  commandNotExpanded,
  commandLineInCommand,
  commandNotFound,
  commandOtherSystem,
  commandNotExecutable,
  commandNotStartable,
  commandInterpreterNotFound,
  envNameDuplicate,
  envExecInfo,
  contextClusterNotFound,
  contextUserNotFound,
  contextClusterMissing,
  contextUserMissing,
  currentContextNotSet,
  entryShadowed,
  clientCertificateFileBad,
  clientCertificateExpired,
  certificateAuthorityExpired,
  certificateAuthorityEmpty,
  wrongCaseField,
  unknownField,
  fieldTooNew,
  preferencesDeprecated,
  kubercBroken,
  duplicateKey,
  extensionNotProvided,
  clusterInfoWithoutExtension,
  extensionNameMisspelt,
  extensionMisplaced,
  extensionSecret,
  // what is known of plugins
  ...guidanceRules,
  // ExecCredential
  credentialKind,
  credentialVersion,
  credentialTimestamp,
  credentialMissing,
  credentialHalfPair,
  credentialBadPair,
  credentialTokenInvalid,
  credentialTokenUnusable,
  credentialExpired,
  credentialOutlivesToken,
  // kuberc
  kubercKind,
  kubercVersion,
  allowlistNamesDiffer,
  ...kubercRules,
  kubercOtherVersion,
  allowlistNameDeprecated,
  // what is said to this server
  unknownRuleCode(() => ruleCodes),
];

/** All that a setting or a comment may name. */
export const ruleCodes: ReadonlySet<string> = new Set([...rules.map(({ code }) => code), ...runCodes]);
