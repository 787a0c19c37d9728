import { useState } from "preact/hooks";

import "./shelves.css";

export interface Tile {
  product_id: string;
  title: string;
  price: string;
  picture: string;
  type: string;
}

interface Props {
  products: Tile[];
  onAsk: (title: string) => void;
}

const STEP = 12;
const MOST_TYPES = 9;

/** The shop's products as tiles, all or of one type, a few rows at a time. */
export function Shelves({ products, onAsk }: Props) {
  const [type, setType] = useState<string | null>(null);
  const [shown, setShown] = useState(STEP);
  const chosen = type ? products.filter((product) => product.type === type) : mixed(products);

  const choose = (next: string | null) => {
    setType(next);
    setShown(STEP);
  };

  return (
    <>
      <h2>On our shelves</h2>
      <div class="types" role="group" aria-label="Kinds of products">
        {[null, ...largestTypes(products)].map((each) => (
          <button key={each} aria-pressed={each === type} onClick={() => choose(each)}>
            {each ?? "A bit of everything"}
          </button>
        ))}
      </div>
      <ul class="tiles" role="list">
        {chosen.slice(0, shown).map((product) => (
          <li key={product.product_id} class="tile">
            <img src={product.picture} alt="" loading="lazy" width="280" height="280" />
            <p class="type">{product.type}</p>
            <h3>{product.title}</h3>
            <p class="price">{product.price}</p>
            <button onClick={() => onAsk(product.title)}>
              Ask about it<span class="unseen">: {product.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length > shown && (
        <button class="more" onClick={() => setShown(shown + STEP)}>
          Show more
        </button>
      )}
    </>
  );
}

/** The types with the most products, largest first. */
function largestTypes(products: Tile[]): string[] {
  const counts = new Map<string, number>();
  for (const { type } of products) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TYPES)
    .map(([type]) => type);
}

/** One of each type in turn, so that the first rows show what kinds there are. */
function mixed(products: Tile[]): Tile[] {
  const seen = new Map<string, number>();
  const turns = products.map((product) => {
    const turn = seen.get(product.type) ?? 0;
    seen.set(product.type, turn + 1);
    return { product, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ product }) => product);
}
