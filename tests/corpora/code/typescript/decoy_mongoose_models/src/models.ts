import mongoose from "mongoose";

const schema = new mongoose.Schema({ model: String, prompt: String, tools: [String] });
export const Car = mongoose.model("Car", schema);
