export { sealedVote } from '../../apps/demo/demo-votes.js';
