import { apiVersionMissing, apiVersionUnsupported } from './api-version';
import { authProviderWithExec } from './auth-provider-with-exec';
import { badBase64 } from './bad-base64';
import {
  certificateAuthorityBad,
  certificateAuthorityTwice,
  certificateAuthorityUnreadable,
  insecureWithCertificateAuthority,
} from './certificate-authority';
import { clientCertificateTwice, clientKeyMissing } from './client-certificate';
import { clusterInfoWithoutExtension, extensionNameMisspelt, extensionNotProvided } from './cluster-info';
import { commandMissing } from './command-missing';
import { contextClusterNotFound, contextUserNotFound } from './context-references';
import { credentialHalfPair, credentialMissing, credentialVersion } from './credential-status';
import { currentContextNotFound } from './current-context-not-found';
import { duplicateExtension } from './duplicate-extension';
import { duplicateKey } from './duplicate-key';
import { duplicateName } from './duplicate-name';
import { envNameMissing } from './env-name-missing';
import { execUnused, execUnusedForHttp } from './exec-unused';
import { extensionSecret } from './extension-secret';
import { fileKind } from './file-kind';
import { impersonationWithoutUser } from './impersonation-without-user';
import { interactiveModeMissing, interactiveModeUnknown } from './interactive-mode';
import { notAMapping } from './not-a-mapping';
import { proxyUrlInvalid } from './proxy-url-invalid';
import type { Rule } from './rule';
import { serverInvalid } from './server-invalid';
import { severalAuthMethods } from './several-auth-methods';
import { syntax } from './syntax';
import { tokenFileUnreadable } from './token-file-unreadable';
import { execMisplaced, unknownField, wrongCaseField } from './unknown-field';
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
  certificateAuthorityBad,
  apiVersionUnsupported,
  insecureWithCertificateAuthority,
  serverInvalid,
  // what kubectl does not say
  execUnused,
  execUnusedForHttp,
  execMisplaced,
  contextClusterNotFound,
  contextUserNotFound,
  wrongCaseField,
  unknownField,
  duplicateKey,
  extensionNotProvided,
  clusterInfoWithoutExtension,
  extensionNameMisspelt,
  extensionSecret,
  // ExecCredential
  credentialVersion,
  credentialMissing,
  credentialHalfPair,
];
