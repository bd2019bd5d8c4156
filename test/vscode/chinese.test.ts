// What the extension says on a Chinese VS Code, in one window; the last of these leaves a text of the pack in front.
import './language';
import './review/marks';
import './review/sources';
