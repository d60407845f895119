export { describeConfig } from './describe-config.js';
export { ConfigError, loadConfig, loadConfigOrExit } from './load-config.js';
export type { AppConfig } from './load-config.js';
export { documentedVariables } from './config.schema.js';
export type { VariableDoc, VariableName } from './config.schema.js';
