package main

import (
	"context"
	"log"
	"os"

	"google.golang.org/adk/agent/llmagent"
	"google.golang.org/adk/model/gemini"
	"google.golang.org/adk/tool"
	"google.golang.org/genai"
)

func main() {
	ctx := context.Background()
	model, err := gemini.NewModel(ctx, "gemini-2.0-flash", &genai.ClientConfig{APIKey: os.Getenv("GOOGLE_API_KEY")})
	if err != nil {
		log.Fatal(err)
	}
	notes, err := noteTool()
	if err != nil {
		log.Fatal(err)
	}
	clerk, err := llmagent.New(llmagent.Config{
		Name:        "clerk",
		Model:       model,
		Description: "Keeps notes.",
		Instruction: "You keep the notes of a meeting.",
		Tools:       []tool.Tool{notes},
	})
	if err != nil {
		log.Fatal(err)
	}
	log.Println(clerk.Name())
}
