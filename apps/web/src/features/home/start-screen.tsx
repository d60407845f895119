import { useSession } from '../../api/session';
import { Landing } from '../landing/landing';
import { Home } from './home';

/** A visitor learns what this is for; who is signed in sees what waits for them. */
export default function StartScreen() {
  const { me } = useSession();
  return me ? <Home me={me} /> : <Landing />;
}
