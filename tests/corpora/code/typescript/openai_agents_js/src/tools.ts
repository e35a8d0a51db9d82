import { tool } from "@openai/agents";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);

export const refund = tool({
  name: "refund_payment",
  description: "Give the money back.",
  parameters: z.object({ paymentIntent: z.string() }),
  needsApproval: true,
  execute: async ({ paymentIntent }) => {
    const done = await stripe.refunds.create({ payment_intent: paymentIntent });
    return done.status;
  },
});
