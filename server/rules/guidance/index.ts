import type { Rule } from '../rule';
import { awsProfileUnset } from './aws-profile';
import { azureLoginIncomplete, azureLoginModeUnknown } from './azure-login';
import { clusterInfoMissing, pluginExtensionMissing } from './cluster-info';
import { commandOpenFolder } from './command-folder';
import { innerCommandNotFound } from './inner-command';
import { kubeloginMixedUp } from './kubelogin';
import { pluginOutputUnreadable, pluginOutputUnset } from './plugin-output';
import { pluginAnswersOtherVersion, pluginVersionChosen } from './plugin-version';
import { interactiveModeAlways, loginNeedsTerminal, pluginMayAsk } from './prompting';
import { proxyNotForPlugin } from './proxy';
import { secretInArgs, secretInEnv } from './secrets';
import { loginShared } from './shared-login';
import { commandDownloads, commandIsShell } from './shell-command';
import { valueNotExpanded } from './value-not-expanded';

/** What kubectl accepts, and what then fails or surprises: from what is known of plugins. */
export const guidanceRules: readonly Rule[] = [
  pluginAnswersOtherVersion,
  pluginVersionChosen,
  pluginOutputUnreadable,
  pluginOutputUnset,
  clusterInfoMissing,
  pluginExtensionMissing,
  loginNeedsTerminal,
  pluginMayAsk,
  interactiveModeAlways,
  azureLoginModeUnknown,
  azureLoginIncomplete,
  kubeloginMixedUp,
  loginShared,
  awsProfileUnset,
  proxyNotForPlugin,
  valueNotExpanded,
  innerCommandNotFound,
  secretInArgs,
  secretInEnv,
  commandIsShell,
  commandDownloads,
  commandOpenFolder,
];
