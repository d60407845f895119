export { certificateKinds } from './certificates.js';
export { industries } from './industries.js';
export {
  ancestorsOf,
  descendantsOf,
  distanceKm,
  findMaterial,
  findMunicipality,
  findPrefecture,
  findProcess,
  isWithin,
  normaliseName,
  resolveMaterial,
  resolveProcess,
} from './lookup.js';
export { materials } from './materials.js';
export { municipalities } from './municipalities.js';
export { prefectures } from './prefectures.js';
export { processes } from './processes.js';
export type { Coordinates, Municipality, Prefecture, TaxonomyEntry } from './taxonomy.types.js';
export { themes } from './themes.js';
