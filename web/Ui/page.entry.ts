// On every page: the design system's own behaviour (error summary, header menu, double-click prevention …).
import { initAll } from "nhsuk-frontend";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
initAll();
