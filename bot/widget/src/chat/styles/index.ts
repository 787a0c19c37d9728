import base from "./base.css?inline";
import composer from "./composer.css?inline";
import facts from "./facts.css?inline";
import messages from "./messages.css?inline";
import panel from "./panel.css?inline";
import products from "./products.css?inline";

/** The chat's looks, for its shadow root. */
export const styles = [base, panel, messages, products, facts, composer].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});
