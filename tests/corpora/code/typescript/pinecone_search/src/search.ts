import { inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { listingTable } from "./schema";
import { similar } from "./vectors";

const db = drizzle(process.env.LISTINGS_DB_URL!);

export async function search(text: string) {
  const ids = await similar(text);
  return db.select().from(listingTable).where(inArray(listingTable.id, ids));
}
