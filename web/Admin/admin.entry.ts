// On administrators' pages: buttons that copy.
import { copies } from "../Ui/copy";

copies(document);
