package main

import (
	"context"
	"fmt"
	"log"

	"github.com/firebase/genkit/go/ai"
	"github.com/firebase/genkit/go/genkit"
	"github.com/firebase/genkit/go/plugins/googlegenai"
)

type stock struct {
	Item string `json:"item"`
}

func main() {
	ctx := context.Background()
	g := genkit.Init(ctx, genkit.WithPlugins(&googlegenai.GoogleAI{}), genkit.WithDefaultModel("googleai/gemini-2.5-flash"))

	fridge := genkit.DefineTool(g, "fridge", "What is in the fridge", func(ctx *ai.ToolContext, in stock) (int, error) {
		return len(in.Item), nil
	})

	response, err := genkit.Generate(ctx, g, ai.WithSystem("You cook with what there is."), ai.WithPrompt("Dinner for two"), ai.WithTools(fridge))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Text())
}
