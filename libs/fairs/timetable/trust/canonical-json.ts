export { canonicalJson, sha256 } from '#platform/canonical-json.js';
