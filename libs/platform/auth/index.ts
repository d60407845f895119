export { authorize, demandPermission, isStaff, SESSION_COOKIE, Sessions, type Actor } from './actor.js';
export { idOfSignedLink, signedLink } from './signed-link.js';
