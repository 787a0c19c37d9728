import { useEffect, useRef, useState } from "preact/hooks";

import { Buttons } from "./Buttons";
import { BackIcon, NextIcon } from "./icons";
import type { Button, Product } from "./types";
import { words } from "./words";

interface Props {
  products: Product[];
  onPress: (button: Button) => void;
}

/** Product cards in a row that scrolls sideways: by touch, by the arrow keys, or by the two arrows over it. */
export function Products({ products, onPress }: Props) {
  const row = useRef<HTMLUListElement>(null);
  const [more, setMore] = useState({ before: false, after: false });

  const measure = () => {
    const { scrollLeft, scrollWidth, clientWidth } = row.current!;
    setMore({ before: scrollLeft > 8, after: scrollLeft + clientWidth < scrollWidth - 8 });
  };
  useEffect(measure, [products]);
  const scroll = (direction: number) => row.current!.scrollBy({ left: direction * 220, behavior: "smooth" });

  return (
    <div class="products">
      <ul ref={row} role="list" tabIndex={0} aria-label={words.products} onScroll={measure}>
        {products.map((product) => (
          <Card key={product.product_id} product={product} onPress={onPress} />
        ))}
      </ul>
      {more.before && (
        <button class="icon before" aria-label={words.earlier} onClick={() => scroll(-1)}>
          <BackIcon />
        </button>
      )}
      {more.after && (
        <button class="icon after" aria-label={words.later} onClick={() => scroll(1)}>
          <NextIcon />
        </button>
      )}
    </div>
  );
}

function Card({ product, onPress }: { product: Product; onPress: Props["onPress"] }) {
  return (
    <li class="card">
      <img src={product.picture} alt="" loading="lazy" width="212" height="172" />
      {product.promoted && <p class="promoted">{product.promoted}</p>}
      <h3>
        {product.number !== undefined && <span class="number">{product.number}. </span>}
        {product.title}
      </h3>
      <p class="price">
        <strong>{product.price}</strong>
        {product.list_price && (
          <s>
            <span class="unseen">{words.was} </span>
            {product.list_price}
          </s>
        )}
      </p>
      <p class="stock">
        {product.stock}
        {product.rating !== undefined && (
          <span class="rating" role="img" aria-label={words.rated(product.rating)}>
            {product.rating.toFixed(1)}
          </span>
        )}
      </p>
      {product.why && <p class="why">{product.why}</p>}
      <Buttons buttons={product.buttons ?? []} onPress={onPress} />
    </li>
  );
}
