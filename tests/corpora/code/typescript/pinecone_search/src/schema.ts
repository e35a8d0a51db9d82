import { pgTable, text } from "drizzle-orm/pg-core";

export const listingTable = pgTable("listings", { id: text("id").primaryKey(), title: text("title"), model: text("model") });
