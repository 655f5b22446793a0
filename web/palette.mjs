// Gives the design system's colours the names that Ui/palette.css defines, light and dark. What is in a colour of its own, as
// buttons, tags, the header and whatever has the focus, keeps it.
const names = {
  color: { "#212b32": "words", "#4c6272": "quiet", "#005eb8": "link", "#330072": "visited", "#7c2855": "hover", "#002f5c": "pressed", "#d5281b": "bad" },
  background: { "#ffffff": "panel", "#f0f4f5": "ground", "#d8dde0": "line" },
  border: { "#d8dde0": "line", "#aeb7bd": "line-strong", "#768692": "line-strong", "#4c6272": "quiet", "#212b32": "words", "#d5281b": "bad", "#005eb8": "link" },
};
names.fill = names.color;

const inItsOwnColour = /nhsuk-header|button(?!--secondary)|tag|skip-link|action-link|hero|feature|do-dont|care-card|notification|panel|contents|pagination|tabs/;

export const named = css => css.replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selector, declarations) =>
  inItsOwnColour.test(selector) || /#ffeb3b/i.test(declarations)
    ? rule
    : `${selector}{${declarations.replace(/(^|[;\s])(color|fill|background|border)([a-z-]*:[^;]*)/gi, (declaration, before, kind, rest) =>
      `${before}${kind}${rest.replace(/#[0-9a-f]{3,6}\b/gi, colour => (name => name ? `var(--${name})` : colour)(names[kind][colour.toLowerCase()]))}`)}}`);
