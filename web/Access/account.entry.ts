// On the pages for signing in and for one's own account: passkeys, and buttons that copy.
import { copies } from "../Ui/copy";
import { usesPasskeys } from "./passkeys";

copies(document);
usesPasskeys(document);
