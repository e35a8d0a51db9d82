import axios from "axios";
import { Car } from "./models";

const client = axios.create({ baseURL: "https://cars.example.com" });

export async function create() {
  const car = await Car.create({ model: "gpt-4", prompt: "none", tools: ["jack"] });
  await client.post("/chat/completions", { model: car.model, messages: [] });
}
