import { PrismaClient } from "@prisma/client";
import { createAgent, tool } from "langchain";
import { z } from "zod";

const prisma = new PrismaClient();

const listAppointments = tool(async ({ patient }) => JSON.stringify(await prisma.appointment.findMany({ where: { patient } })), {
  name: "list_appointments",
  description: "Appointments of a patient.",
  schema: z.object({ patient: z.string() }),
});

const cancelAppointment = tool(async ({ id }) => { await prisma.appointment.delete({ where: { id } }); return "ok"; }, {
  name: "cancel_appointment",
  description: "Cancel an appointment.",
  schema: z.object({ id: z.number() }),
});

export const receptionist = createAgent({
  model: "openai:gpt-4o-mini",
  tools: [listAppointments, cancelAppointment],
  systemPrompt: "You work at the desk of a clinic.",
});
