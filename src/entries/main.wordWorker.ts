// Entry of the thread that writes Word files, on the desktop and on servers.
import { portToParent } from '../workers/channel/nodePort';
import type { Answered, Asked } from '../workers/word/protocol';
import { serveWord } from '../workers/word/service';

const port = portToParent<Answered, Asked>();
port.listen(
	serveWord({ citing: () => import('./main.core'), word: () => import('./main.word') }, message => port.post(message)),
	() => undefined,
);
