import express from "express";
import { converse } from "./loop";

const app = express();
app.use(express.json());
app.post("/converse", async (req, res) => {
  res.json({ answer: await converse(req.body.text) });
});
app.listen(3000);
